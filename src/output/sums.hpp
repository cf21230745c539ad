// Sums of a table's number column by the texts of other columns, and lenient access to tables read back from a run folder.
//
//     const Sums built = sum_by(capacity, {"region", "year"}, "built");
//     built.at({"11", "2030"})                         // 0 where there is no row
//
// A column that is not there reads as empty text or a blank; a number read as text gives its shortest form ("2030").
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/frame.hpp"

namespace ecumene::output {

std::string text_at(const Frame& frame, std::size_t row, std::string_view column);
double number_at(const Frame& frame, std::size_t row, std::string_view column);
int year_at(const Frame& frame, std::size_t row);

class Sums {
public:
    using Key = std::vector<std::string>;
    void add(const Key& key, double value) { values_[key] += value; }
    double at(const Key& key) const;
    bool has(const Key& key) const { return values_.count(key) > 0; }
    double greatest() const;
    const std::map<Key, double>& all() const& { return values_; }
    const std::map<Key, double>& all() && = delete;  // a loop over a temporary's rows would outlive it

private:
    std::map<Key, double> values_;
};

using RowTest = std::function<bool(std::size_t row)>;
// Blank values are left out.
Sums sum_by(
    const Frame& frame, const std::vector<std::string>& keys, std::string_view value, const RowTest& counts = {});

}  // namespace ecumene::output
