// PyPSA's folder of CSV files: generators.csv, generators-p_max_pu.csv, snapshots.csv, ...
#include <algorithm>

#include "core/text.hpp"
#include "files/csv.hpp"
#include "files/text_file.hpp"
#include "network/cell.hpp"
#include "network/raw_network.hpp"

namespace ecumene::network {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = std::size_t{2} << 30U;
constexpr files::CsvLimits wide{.rows = 5'000'000, .columns = 200'000, .cells = 500'000'000};

std::vector<fs::path> csv_files(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".csv") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

std::string bytes_if_there(const fs::path& path) {
    return fs::is_regular_file(path) ? files::read_bytes(path) : std::string{};
}

RawTable table_of(const files::CsvTable& csv, const std::string& list, const std::string& file) {
    RawTable table{.list = list, .file = file, .names = {}};
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        table.names.emplace_back(csv.cell(row, 0));
        table.rows.push_back(csv.row_number(row));
    }
    for (std::size_t at = 1; at < csv.columns(); ++at) {
        RawColumn column{.name = csv.header()[at], .is_text = true};
        for (std::size_t row = 0; row < csv.rows(); ++row) column.texts.emplace_back(csv.cell(row, at));
        table.columns.push_back(std::move(column));
    }
    return table;
}

// Series of networks with investment periods may begin with two columns that only name the snapshot.
std::size_t index_columns(const files::CsvTable& csv) {
    const auto& header = csv.header();
    return header.size() > 1 && header[0] == "period" && (header[1] == "timestep" || header[1] == "snapshot") ? 2 : 1;
}

RawSeries series_of(const files::CsvTable& csv, const std::pair<std::string, std::string>& what,
    const std::string& file, Findings& findings) {
    constexpr std::size_t most_listed = 20;
    const auto first = index_columns(csv);
    RawSeries series{
        .list = what.first, .attribute = what.second, .file = file, .names = {}, .snapshots = csv.rows(), .values = {}};
    series.names.assign(
        csv.header().begin() + static_cast<std::ptrdiff_t>(std::min(first, csv.columns())), csv.header().end());
    series.values.reserve(csv.rows() * series.names.size());
    std::size_t faults = 0;
    for (std::size_t row = 0; row < csv.rows(); ++row)
        for (std::size_t at = first; at < csv.columns(); ++at) {
            auto& value = series.values.emplace_back(0.0);
            if (!parse_cell(csv.cell(row, at), value) && ++faults <= most_listed)
                findings.error({.severity = Severity::error,
                    .code = "not_a_number",
                    .file = file,
                    .row = csv.row_number(row),
                    .column = csv.header()[at],
                    .message = compose("'{}' is not a number", {csv.cell(row, at).substr(0, 60)}),
                    .remedy = "write a number, or leave the cell blank for none"});
        }
    return series;
}

void note_unknown_file(const std::string& file, Findings& findings) {
    findings.note({.severity = Severity::note,
        .code = "unknown_file",
        .file = file,
        .row = 0,
        .column = {},
        .message = "this file is no table of a network and was passed over",
        .remedy = {}});
}

class FolderReader {
public:
    FolderReader(fs::path folder, Findings& findings) : folder_(std::move(folder)), findings_(findings) {
        raw_.file = folder_.filename().string();
    }

    RawNetwork read() {
        for (const auto& path : csv_files(folder_)) read_file(path);
        raw_.crs = bytes_if_there(folder_ / "crs.json");
        raw_.meta = bytes_if_there(folder_ / "meta.json");
        return std::move(raw_);
    }

private:
    void read_file(const fs::path& path) {
        const auto file = path.filename().string();
        const auto stem = path.stem().string();
        const auto of_series = split_list(stem, "-");
        const auto& lists = component_lists();
        const bool is_table = std::find(lists.begin(), lists.end(), stem) != lists.end();
        const bool is_of_network = stem == "network" || stem == "snapshots" || stem == "investment_periods";
        if (stem == "scenarios" || stem == "scenario_weightings") {
            raw_.has_scenarios = true;
            return;
        }
        if (!is_table && !is_of_network && of_series.first.empty()) return note_unknown_file(file, findings_);
        auto text = files::read_text(path, file, findings_, largest_file);
        if (!text) return;
        const auto csv = files::parse_csv(std::move(*text), file, findings_, wide);
        if (stem == "network")
            read_attributes(csv);
        else if (stem == "snapshots")
            raw_.snapshots.push_back(table_of(csv, stem, file));
        else if (stem == "investment_periods")
            raw_.periods.push_back(table_of(csv, stem, file));
        else if (is_table)
            raw_.tables.push_back(table_of(csv, stem, file));
        else
            raw_.series.push_back(series_of(csv, of_series, file, findings_));
    }

    void read_attributes(const files::CsvTable& csv) {
        if (csv.rows() == 0) return;
        for (std::size_t at = 0; at < csv.columns(); ++at)
            raw_.attributes.emplace_back(csv.header()[at], std::string(csv.cell(0, at)));
    }

    fs::path folder_;
    Findings& findings_;
    RawNetwork raw_;
};

}  // namespace

std::pair<std::string, std::string> split_list(std::string_view name, std::string_view joint) {
    for (const auto& list : component_lists()) {
        const auto head = list + std::string(joint);
        if (name.size() > head.size() && name.substr(0, head.size()) == head)
            return {list, std::string(name.substr(head.size()))};
    }
    return {};
}

RawNetwork read_csv_folder(const fs::path& folder, Findings& findings) {
    return FolderReader(folder, findings).read();
}

}  // namespace ecumene::network
