#include "diagnosis/condition/typology.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ecumene::diagnosis {
namespace {

constexpr std::size_t marks_told = 3;
constexpr double weak_silhouette = 0.25;  // Kaufman and Rousseeuw (1990): no substantial structure below

bool has_all_scores(const Conditions& c, std::size_t region) {
    for (std::size_t i = 0; i < c.indicators.size(); ++i)
        if (is_blank(c.at(region, i).score)) return false;
    return true;
}

std::vector<TypeMark> marks_of(const Conditions& c, const std::vector<std::size_t>& members) {
    std::vector<TypeMark> marks;
    for (std::size_t i = 0; i < c.indicators.size(); ++i) {
        double sum = 0.0;
        for (const std::size_t region : members) sum += c.at(region, i).score;
        marks.push_back({c.indicators[i].id, sum / static_cast<double>(members.size())});
    }
    std::stable_sort(marks.begin(), marks.end(),
        [](const TypeMark& a, const TypeMark& b) { return std::abs(a.score) > std::abs(b.score); });
    return marks;
}

Bilingual words_of(const Conditions& c, const std::vector<TypeMark>& marks) {
    std::vector<std::string> en, ko;
    for (std::size_t m = 0; m < std::min(marks_told, marks.size()); ++m) {
        const auto indicator = std::find_if(
            c.indicators.begin(), c.indicators.end(), [&](const Indicator& i) { return i.id == marks[m].indicator; });
        const bool is_harder = marks[m].score > 0.0;
        en.push_back(compose("{} {:+.1f} ({})", {indicator->name.en, marks[m].score, is_harder ? "harder" : "easier"}));
        ko.push_back(compose("{} {:+.1f} ({})", {indicator->name.ko, marks[m].score, is_harder ? "불리" : "유리"}));
    }
    return {join(en, ", "), join(ko, ", ")};
}

Bilingual justification_of(const Clustering& clustering) {
    Bilingual text{
        compose("{} types: the mean silhouette is highest there ({:.2f})", {clustering.groups, clustering.silhouette}),
        compose("{}개 유형: 평균 실루엣이 가장 높음 ({:.2f})", {clustering.groups, clustering.silhouette})};
    if (!clustering.is_structured) {
        text.en += "; the gap statistic speaks for no groups at all: the types are a way of reading, not a finding";
        text.ko += "; 갭 통계량으로는 유형이 나뉜다고 할 수 없음: 유형은 읽는 방법일 뿐 발견이 아님";
    } else {
        text.en += compose("; the gap statistic speaks for {}", {clustering.groups_by_gap});
        text.ko += compose("; 갭 통계량은 {}개를 지지함", {clustering.groups_by_gap});
    }
    if (clustering.silhouette < weak_silhouette) {
        text.en += "; with a silhouette below 0.25 the borders between types are weak";
        text.ko += "; 실루엣이 0.25 미만이라 유형 간 경계가 약함";
    }
    return text;
}

// Members of each type as positions in the conditions, largest first, then by first region.
std::vector<std::vector<std::size_t>> members_of(const Clustering& clustering, const std::vector<std::size_t>& places) {
    std::vector<std::vector<std::size_t>> members(clustering.groups);
    for (std::size_t i = 0; i < places.size(); ++i) members[clustering.member[i]].push_back(places[i]);
    std::stable_sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return members;
}

}  // namespace

Typology typology_of(const Conditions& c) {
    Typology result;
    for (const auto& indicator : c.indicators) result.indicators.push_back(indicator.id);
    std::vector<std::size_t> places;
    std::vector<std::vector<double>> points;
    for (std::size_t r = 0; r < c.regions.size(); ++r) {
        if (!has_all_scores(c, r)) {
            result.left_out.push_back(c.regions[r]);
            continue;
        }
        places.push_back(r);
        auto& point = points.emplace_back();
        for (std::size_t i = 0; i < c.indicators.size(); ++i) point.push_back(c.at(r, i).score);
    }
    if (places.size() < 3 || c.indicators.size() < 2) {
        result.reason = {"fewer than three regions or two indicators: no typology",
            "지역이 셋 미만이거나 지표가 둘 미만이라 유형화하지 않음"};
        return result;
    }
    result.clustering = cluster(points);
    result.justification = justification_of(result.clustering);
    const auto members = members_of(result.clustering, places);
    for (std::size_t t = 0; t < members.size(); ++t) {
        RegionType type{.id = compose("type{}", {t + 1}), .text = {}, .regions = {}, .marks = marks_of(c, members[t])};
        type.text = words_of(c, type.marks);
        for (const std::size_t region : members[t]) type.regions.push_back(c.regions[region]);
        result.types.push_back(std::move(type));
    }
    for (const std::size_t place : places) result.regions.push_back(c.regions[place]);
    return result;
}

Frame Typology::table() const {
    Frame frame("diagnosis_typology", {text_column("region"), text_column("type"), number_column("silhouette", "1"),
                                          text_column("text_en"), text_column("text_ko")});
    for (const auto& type : types)
        for (const auto& region : type.regions) {
            const auto place = std::find(regions.begin(), regions.end(), region) - regions.begin();
            frame.add(
                {region, type.id, clustering.silhouettes[static_cast<std::size_t>(place)], type.text.en, type.text.ko});
        }
    return frame;
}

Frame Typology::counts_table() const {
    Frame frame("diagnosis_type_counts", {number_column("groups"), number_column("silhouette", "1"),
                                             number_column("gap", "1"), number_column("gap_error", "1")});
    for (const auto& one : clustering.tried)
        frame.add({static_cast<int>(one.groups), one.silhouette, one.gap, one.gap_error});
    return frame;
}

}  // namespace ecumene::diagnosis
