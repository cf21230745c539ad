#include "pipeline/centres_demand.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>

#include "core/error.hpp"
#include "files/atomic.hpp"
#include "files/csv.hpp"
#include "files/text_file.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using structure::Alternative;
using structure::Unit;

constexpr const char* own_source = "ecumene_centres";

struct RegionTotals {
    double people{}, pkm{};
};

std::map<std::string, RegionTotals> totals_of(const CentresView& view, const Alternative& alternative) {
    std::map<std::string, RegionTotals> totals;
    const std::size_t modes = view.alternatives->modes.names.size();
    for (const Unit i : view.basis->units.all()) {
        RegionTotals& region = totals[view.basis->units[i].region];
        region.people += alternative.plan.people[i.at()];
        for (std::size_t m = 0; m < modes; ++m)
            region.pkm += alternative.travel.pkm_of_unit_and_mode[i.at() * modes + m];
    }
    return totals;
}

std::string csv_cell(std::string_view cell) {
    if (cell.find_first_of(",\"\n") == std::string_view::npos) return std::string(cell);
    std::string out = "\"";
    for (const char letter : cell) out += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return out + "\"";
}

// The rows of one scenario once more under the name of each structure.
class Extended {
public:
    using Factor = std::function<double(const Alternative&, const std::function<std::string(std::string_view)>&)>;

    Extended(const CentresView& view, const fs::path& path)
        : view_(view), path_(path), text_(files::read_bytes(path)) {}

    void add(const std::string& scenario, const Factor& factor) {
        Findings findings;
        const files::CsvTable table = files::parse_csv(text_, path_.filename().string(), findings);
        for (const Alternative& alternative : view_.alternatives->list)
            for (std::size_t r = 0; r < table.rows(); ++r) {
                const auto cell = [&](std::string_view column) {
                    return std::string(table.cell(r, place(table, column)));
                };
                if (cell("scenario") != scenario) continue;
                add_row(table, r, alternative, factor(alternative, cell));
            }
        if (!text_.empty() && text_.back() != '\n') text_ += '\n';
        files::write_file(path_, text_ + added_);
    }

private:
    static std::size_t place(const files::CsvTable& table, std::string_view column) {
        const auto found = std::find(table.header().begin(), table.header().end(), column);
        if (found == table.header().end())
            throw Error(ErrorKind::input, compose("a table of the package has no column '{}'", {std::string(column)}));
        return static_cast<std::size_t>(found - table.header().begin());
    }
    void add_row(const files::CsvTable& table, std::size_t r, const Alternative& alternative, double factor) {
        for (std::size_t c = 0; c < table.columns(); ++c) {
            const std::string& column = table.header()[c];
            const std::string_view old = table.cell(r, c);
            std::string cell(old);
            if (column == "scenario") cell = alternative.name;
            if (column == "status" && factor != 1.0) cell = "modelled";
            if (column == "source" && factor != 1.0) cell += std::string(";") + own_source;
            if (column == "value" && factor != 1.0) {
                double value = 0.0;
                std::from_chars(old.data(), old.data() + old.size(), value);
                cell = shortest(value * factor);
            }
            added_ += (c > 0 ? "," : "") + csv_cell(cell);
        }
        added_ += '\n';
    }

    const CentresView& view_;
    fs::path path_;
    std::string text_, added_;
};

int year_in(const std::string& text) {
    int year = 0;
    std::from_chars(text.data(), text.data() + text.size(), year);
    return year;
}

void copy_package(const fs::path& from, const fs::path& to) {
    fs::create_directories(to);
    for (const auto& entry : fs::directory_iterator(from)) {
        const std::string name = entry.path().filename().string();
        if (name == "runs" || name.find(".partial-") != std::string::npos || entry.is_symlink()) continue;
        fs::copy(entry.path(), to / name, fs::copy_options::recursive);
    }
}

void add_source(const fs::path& path) {
    std::string text = files::read_bytes(path);
    if (!text.empty() && text.back() != '\n') text += '\n';
    const std::string_view header(text.data(), text.find('\n'));
    std::string row = std::string(own_source) +
                      ",Structures of people and travel,Ecumene,2026,CC0,\"MODELLED by ecumene centres: see "
                      "report.html beside this package\"";
    for (auto columns = std::count(header.begin(), header.end(), ',') - 5; columns > 0; --columns) row += ',';
    files::write_file(path, text + row + "\n");
}

std::string scenario_text(const Alternative& alternative) {
    return compose(
        "title = {{ en = \"{}\", ko = \"{}\" }}\nabout = {{ en = \"People and travel as in the structure {} of ecumene "
        "centres\", ko = "
        "\"ecumene centres 공간구조 {}의 인구와 통행\" }}\n\n[plan]\ndemand = \"{}\"\npopulation = \"{}\"\n",
        {alternative.title.en, alternative.title.ko, alternative.name, alternative.title.ko, alternative.name,
            alternative.name});
}

bool ends_with_pkm(const std::string& carrier) {
    return carrier.size() > 4 && carrier.compare(carrier.size() - 4, 4, "_pkm") == 0;
}

}  // namespace

RegionRatio ratio_of(const CentresView& view, const Alternative& alternative, const std::string& region, int year) {
    const auto here = totals_of(view, alternative), trend = totals_of(view, view.alternatives->of("trend"));
    const auto now = here.find(region), then = trend.find(region);
    if (now == here.end() || then == trend.end() || alternative.name == "trend") return {};
    const double span = view.basis->horizon - view.basis->today;
    const double turned = std::clamp((year - view.basis->today) / span, 0.0, 1.0);
    const auto ratio = [&](double a, double b) { return b > 0.0 ? 1.0 + turned * (a / b - 1.0) : 1.0; };
    return {ratio(now->second.people, then->second.people), ratio(now->second.pkm, then->second.pkm)};
}

void write_demand(const fs::path& folder, const CentresView& view) {
    copy_package(view.data->folder(), folder);
    using Cell = std::function<std::string(std::string_view)>;
    Extended(view, folder / "tables" / "population.csv").add("projection", [&](const Alternative& a, const Cell& cell) {
        return ratio_of(view, a, cell("region"), year_in(cell("year"))).people;
    });
    if (fs::exists(folder / "tables" / "demand.csv"))
        Extended(view, folder / "tables" / "demand.csv").add("reference", [&](const Alternative& a, const Cell& cell) {
            const RegionRatio ratio = ratio_of(view, a, cell("region"), year_in(cell("year")));
            const std::string component = cell("component");
            if (component == "transport" || ends_with_pkm(cell("carrier"))) return ratio.travel;
            return component == "base" || component == "heat" ? ratio.people : 1.0;
        });
    add_source(folder / "sources.csv");
    fs::create_directories(folder / "scenarios");
    for (const Alternative& a : view.alternatives->list)
        files::write_file(folder / "scenarios" / (a.name + ".toml"), scenario_text(a));
}

}  // namespace ecumene::pipeline
