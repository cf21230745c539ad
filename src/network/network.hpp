// A PyPSA network as columns: what every component is, in every snapshot.
//
//     const Network network = read_network("ac-dc-meshed", findings);           // read_network.hpp
//     const Component& generators = network["generators"];
//     const auto capital_cost = generators.numbers("capital_cost");              // by item, the schema's default where unset
//     const auto availability = generators.profile("p_max_pu");                  // static or by snapshot alike
//     availability(item, snapshot)
//
// Units are those of PyPSA (MW, MWh, currency); see docs/model/network.md. Columns the schema does not know are kept aside,
// by name, and written out again. Not done here: stochastic scenarios, shapes' geometry as more than text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/index.hpp"
#include "network/schema.hpp"

namespace ecumene::network {

// One generator, one bus ...: its place in the list of its component.
using Item = Index<struct ItemTag>;
using Snapshot = Index<struct SnapshotTag>;

struct Column {
    std::string attribute;
    Kind kind{Kind::number};
    std::vector<double> numbers{};  // flags too
    std::vector<std::string> texts{};
};

// Row-major: a snapshot after the other, in each the items that have a series.
struct Series {
    std::string attribute;
    std::vector<Item> items;
    std::vector<double> values;
};

// An attribute in every snapshot, whether it varies or not. Looks into the component, which must outlive it.
class Profile {
public:
    double operator()(Item item, Snapshot snapshot) const {
        const auto place = place_.empty() ? -1 : place_[item.at()];
        if (place < 0) return fixed_[item.at()];
        return values_[snapshot.at() * width_ + static_cast<std::size_t>(place)];
    }
    bool varies(Item item) const { return !place_.empty() && place_[item.at()] >= 0; }

private:
    friend class Component;
    std::vector<double> fixed_;
    std::vector<std::int32_t> place_;
    const double* values_{};
    std::size_t width_{};
};

class Component {
public:
    Component(std::string list, std::vector<std::string> names, bool is_before_version_1);

    const std::string& list() const { return list_; }
    const std::vector<std::string>& names() const { return names_; }
    const std::string& name(Item item) const { return names_[item.at()]; }
    std::size_t size() const { return names_.size(); }
    Set<Item> items() const { return Set<Item>(names_.size()); }
    std::optional<Item> find(std::string_view name) const;
    // "generator 'R0 gas'" for messages.
    std::string label(Item item) const;

    bool has(std::string_view attribute) const;
    // By item; unset cells hold the schema's default. Errors: ErrorKind::internal for an attribute nobody knows.
    std::vector<double> numbers(std::string_view attribute) const;
    std::vector<char> flags(std::string_view attribute) const;
    std::vector<std::string> texts(std::string_view attribute) const;
    Profile profile(std::string_view attribute) const;
    // "bus2" and up to the last that is there: numbers of ports beyond the first.
    std::vector<int> further_ports() const;

    const std::vector<Column>& columns() const { return columns_; }
    const std::vector<Series>& series() const { return series_; }
    const Series* find_series(std::string_view attribute) const;
    void set_numbers(std::string_view attribute, std::vector<double> values);
    void set_texts(std::string_view attribute, std::vector<std::string> values);
    void set_column(Column column);
    void set_series(Series series);
    double default_of(const Attribute& attribute) const { return attribute.number_default(is_before_version_1_); }

private:
    const Column* find_column(std::string_view attribute) const;
    double default_number(std::string_view attribute) const;

    std::string list_;
    std::vector<std::string> names_;
    std::map<std::string, std::int32_t, std::less<>> place_;
    bool is_before_version_1_{};
    std::vector<Column> columns_;
    std::vector<Series> series_;
};

// Weights of a snapshot: in the objective, as hours a store runs, as hours a generator runs.
struct Snapshots {
    std::vector<std::string> labels;
    std::vector<std::int32_t> period{};  // place among the investment periods; empty without them
    std::vector<double> objective, stores, generators;

    std::size_t size() const { return labels.size(); }
    Set<Snapshot> all() const { return Set<Snapshot>(labels.size()); }
};

struct Periods {
    std::vector<int> start;  // 2030, 2040, ...
    std::vector<double> objective, years;

    std::size_t size() const { return start.size(); }
};

struct Network {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;  // of network.csv, as written
    std::string crs, meta;                                        // JSON, kept as it is
    bool is_before_version_1{};
    Snapshots snapshots;
    Periods periods;
    std::vector<Component> components;  // one of each list of the schema, in its order

    bool has_periods() const { return !snapshots.period.empty(); }
    // Errors: ErrorKind::internal for a list there is not.
    const Component& operator[](std::string_view list) const;
    Component& operator[](std::string_view list);
};

// Every component of the schema, empty.
Network empty_network(bool is_before_version_1 = false);

}  // namespace ecumene::network
