#include "pipeline/centres_demand.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <sstream>

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
constexpr const char* sectors_ending = "-sectors";

struct RegionTotals {
    double people{}, pkm{};
    std::map<std::string, double> by_mode{};
};

std::map<std::string, RegionTotals> totals_of(const CentresView& view, const Alternative& alternative) {
    std::map<std::string, RegionTotals> totals;
    const std::size_t modes = view.alternatives->modes.names.size();
    for (const Unit i : view.basis->units.all()) {
        RegionTotals& region = totals[view.basis->units[i].region];
        region.people += alternative.plan.people[i.at()];
        for (std::size_t m = 0; m < modes; ++m) {
            const double pkm = alternative.travel.pkm_of_unit_and_mode[i.at() * modes + m];
            region.pkm += pkm;
            region.by_mode[view.alternatives->modes.names[m]] += pkm;
        }
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

    // `ending` is added to the structures' names.
    Extended& add(const std::string& scenario, const std::string& ending, const Factor& factor) {
        Findings findings;
        const files::CsvTable table = files::parse_csv(text_, path_.filename().string(), findings);
        for (const Alternative& alternative : view_.alternatives->list)
            for (std::size_t r = 0; r < table.rows(); ++r) {
                const auto cell = [&](std::string_view column) {
                    return std::string(table.cell(r, place(table, column)));
                };
                if (cell("scenario") != scenario) continue;
                add_row(table, r, alternative.name + ending, factor(alternative, cell));
            }
        return *this;
    }
    void write() const {
        const bool is_whole = text_.empty() || text_.back() == '\n';
        files::write_file(path_, text_ + (is_whole ? "" : "\n") + added_);
    }

private:
    static std::size_t place(const files::CsvTable& table, std::string_view column) {
        const auto found = std::find(table.header().begin(), table.header().end(), column);
        if (found == table.header().end())
            throw Error(ErrorKind::input, compose("a table of the package has no column '{}'", {std::string(column)}));
        return static_cast<std::size_t>(found - table.header().begin());
    }
    void add_row(const files::CsvTable& table, std::size_t r, const std::string& name, double factor) {
        for (std::size_t c = 0; c < table.columns(); ++c) {
            const std::string& column = table.header()[c];
            const std::string_view old = table.cell(r, c);
            std::string cell(old);
            if (column == "scenario") cell = name;
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

// The demand rows are made for these people already: what follows population must not follow them once more.
std::string people_text(const Alternative& alternative) {
    const std::string quoted = "\"" + alternative.name + "\"";
    return "population = " + quoted + "\ndemand_population = " + quoted;
}

std::string scenario_text(const Alternative& alternative) {
    return compose(
        "title = {{ en = \"{}\", ko = \"{}\" }}\nabout = {{ en = \"People and travel as in the structure {} of ecumene "
        "centres\", ko = "
        "\"ecumene centres 공간구조 {}의 인구와 통행\" }}\n\n[plan]\ndemand = \"{}\"\n{}\n",
        {alternative.title.en, alternative.title.ko, alternative.name, alternative.title.ko, alternative.name,
            people_text(alternative)});
}

// A row of the power sector's demand.
double factor_of_power(const RegionRatio& ratio, const std::string& component) {
    if (component == "transport") return ratio.travel;
    return component == "base" || component == "heat" ? ratio.people : 1.0;
}

// A row of the demand of all sectors: services by their names, what is not named stays.
double factor_of_sectors(const RegionRatio& ratio, const std::string& carrier, const std::string& component) {
    if (carrier == "car_km") return ratio.car;
    if (carrier == "bus_km") return ratio.bus;
    if (carrier == "rail") return ratio.rail;
    return component == "buildings" || component == "base" ? ratio.people : 1.0;
}

// The scenario of all sectors with a structure's people and travel in place of the projection's.
std::string net_zero_text(const std::string& net_zero, const Alternative& alternative) {
    std::string text;
    std::istringstream lines(net_zero);
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("title", 0) == 0)
            line = compose("title = {{ en = \"{}, all sectors to net zero\", ko = \"{}, 전 부문 탄소중립\" }}",
                {alternative.title.en, alternative.title.ko});
        else if (line.rfind("about", 0) == 0)
            line = compose(
                "about = {{ en = \"All sectors to net zero, people and travel as in the structure {}\", ko = \"{} "
                "공간구조의 인구와 통행으로 전 부문 탄소중립\" }}",
                {alternative.name, alternative.title.ko});
        else if (line.rfind("demand", 0) == 0)
            line = compose("demand = \"{}{}\"\n{}", {alternative.name, sectors_ending, people_text(alternative)});
        else if (line.rfind("population", 0) == 0)
            continue;
        text += line + "\n";
    }
    return text;
}

}  // namespace

RegionRatio ratio_of(const CentresView& view, const Alternative& alternative, const std::string& region, int year) {
    const auto here = totals_of(view, alternative), trend = totals_of(view, view.alternatives->of("trend"));
    const auto now = here.find(region), then = trend.find(region);
    if (now == here.end() || then == trend.end() || alternative.name == "trend") return {};
    const double span = view.basis->horizon - view.basis->today;
    const double turned = std::clamp((year - view.basis->today) / span, 0.0, 1.0);
    const auto ratio = [&](double a, double b) { return b > 0.0 ? 1.0 + turned * (a / b - 1.0) : 1.0; };
    const double share = view.assumptions->share_of_travel;
    const auto travel = [&](double a, double b) { return 1.0 + share * (ratio(a, b) - 1.0); };
    const auto mode = [&](const char* name) {
        const auto a = now->second.by_mode.find(name), b = then->second.by_mode.find(name);
        return a == now->second.by_mode.end() || b == then->second.by_mode.end() ? 1.0 : travel(a->second, b->second);
    };
    return {ratio(now->second.people, then->second.people), travel(now->second.pkm, then->second.pkm), mode("car"),
        mode("bus"), mode("rail")};
}

void write_demand(const fs::path& folder, const CentresView& view) {
    copy_package(view.data->folder(), folder);
    using Cell = std::function<std::string(std::string_view)>;
    Extended(view, folder / "tables" / "population.csv")
        .add("projection", "",
            [&](const Alternative& a, const Cell& cell) {
                return ratio_of(view, a, cell("region"), year_in(cell("year"))).people;
            })
        .write();
    const fs::path demand = folder / "tables" / "demand.csv";
    const fs::path net_zero = folder / "scenarios" / "net-zero.toml";
    if (fs::exists(demand)) {
        Extended rows(view, demand);
        rows.add("reference", "", [&](const Alternative& a, const Cell& cell) {
            return factor_of_power(ratio_of(view, a, cell("region"), year_in(cell("year"))), cell("component"));
        });
        rows.add("sectors", sectors_ending, [&](const Alternative& a, const Cell& cell) {
            return factor_of_sectors(
                ratio_of(view, a, cell("region"), year_in(cell("year"))), cell("carrier"), cell("component"));
        });
        rows.write();
    }
    add_source(folder / "sources.csv");
    fs::create_directories(folder / "scenarios");
    for (const Alternative& a : view.alternatives->list) {
        files::write_file(folder / "scenarios" / (a.name + ".toml"), scenario_text(a));
        if (fs::exists(net_zero))
            files::write_file(folder / "scenarios" / (a.name + "-net-zero.toml"),
                net_zero_text(files::read_bytes(view.data->folder() / "scenarios" / "net-zero.toml"), a));
    }
}

}  // namespace ecumene::pipeline
