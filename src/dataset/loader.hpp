// Reads a package folder from end to end and collects every finding on the way.
//
//     Loader loader("data/korea");
//     loader.run();
//     loader.findings();              // errors, warnings, notes
//     Dataset data = loader.take();   // sound only if there are no errors
//
// Internal: users call load() or check() of dataset.hpp.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "core/findings.hpp"
#include "dataset/dataset.hpp"
#include "dataset/finding_log.hpp"
#include "dataset/references.hpp"

namespace ecumene::dataset {

class Loader {
public:
    explicit Loader(std::filesystem::path folder);

    void run();
    const Findings& findings() const { return data_.findings_; }
    const LoadedTables& tables() const { return tables_; }
    const Dataset& data() const { return data_; }
    std::size_t series_count() const { return data_.series_.size(); }
    Dataset take();

private:
    void read_package_settings();
    void read_tables();
    void read_one_table(const TableSchema& schema);
    void read_all_series();
    void read_series_row(const LoadedTable& listed, std::size_t row);
    void report_unknown_files();
    void report_unknown_file(const std::string& file);
    void build_dataset();
    Region region_at(std::size_t row) const;
    std::string digest_of_files() const;

    // The file's text if it can be read; what it held becomes part of the digest.
    std::optional<std::string> read_file(const std::string& file);
    bool is_there(const std::string& file) const;

    std::filesystem::path folder_;
    FindingLog log_;
    LoadedTables tables_;
    std::map<std::string, std::string> digests_;  // file -> SHA-256
    Dataset data_;
};

}  // namespace ecumene::dataset
