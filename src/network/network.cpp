#include "network/network.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/error.hpp"
#include "core/text.hpp"

namespace ecumene::network {
namespace {

std::string singular(const std::string& list) {
    if (list == "buses") return "bus";
    if (list == "processes") return "process";
    auto word = list.substr(0, list.size() - 1);
    if (list == "storage_units") word = "storage unit";
    if (list == "global_constraints") word = "global constraint";
    return word;
}

}  // namespace

Component::Component(std::string list, std::vector<std::string> names, bool is_before_version_1)
    : list_(std::move(list)), names_(std::move(names)), is_before_version_1_(is_before_version_1) {
    for (const Item item : items()) place_.emplace(names_[item.at()], item.pos);
}

std::optional<Item> Component::find(std::string_view name) const {
    const auto at = place_.find(name);
    if (at == place_.end()) return {};
    return Item{at->second};
}

std::string Component::label(Item item) const {
    return singular(list_) + " '" + names_[item.at()] + "'";
}

const Column* Component::find_column(std::string_view attribute) const {
    const auto at = std::find_if(
        columns_.begin(), columns_.end(), [&](const Column& column) { return column.attribute == attribute; });
    return at == columns_.end() ? nullptr : &*at;
}

const Series* Component::find_series(std::string_view attribute) const {
    const auto at = std::find_if(
        series_.begin(), series_.end(), [&](const Series& series) { return series.attribute == attribute; });
    return at == series_.end() ? nullptr : &*at;
}

bool Component::has(std::string_view attribute) const {
    return find_column(attribute) != nullptr || find_series(attribute) != nullptr;
}

double Component::default_number(std::string_view attribute) const {
    const auto* known = find_attribute(list_, attribute);
    if (known == nullptr) throw Error(ErrorKind::internal, compose("the schema has no {}.{}", {list_, attribute}));
    return default_of(*known);
}

std::vector<double> Component::numbers(std::string_view attribute) const {
    const auto* column = find_column(attribute);
    if (column != nullptr && column->kind != Kind::text) return column->numbers;
    return std::vector<double>(size(), default_number(attribute));
}

std::vector<char> Component::flags(std::string_view attribute) const {
    std::vector<char> flags;
    for (const double value : numbers(attribute)) flags.push_back(value != 0.0 ? '\1' : '\0');
    return flags;
}

std::vector<std::string> Component::texts(std::string_view attribute) const {
    const auto* column = find_column(attribute);
    if (column != nullptr && column->kind == Kind::text) return column->texts;
    const auto* known = find_attribute(list_, attribute);
    return std::vector<std::string>(size(), known == nullptr ? std::string{} : known->default_text);
}

Profile Component::profile(std::string_view attribute) const {
    Profile profile;
    profile.fixed_ = numbers(attribute);
    if (const auto* series = find_series(attribute)) {
        profile.place_.assign(size(), -1);
        for (std::size_t place = 0; place < series->items.size(); ++place)
            profile.place_[series->items[place].at()] = static_cast<std::int32_t>(place);
        profile.values_ = series->values.data();
        profile.width_ = series->items.size();
    }
    return profile;
}

std::vector<int> Component::further_ports() const {
    std::vector<int> ports;
    for (const auto& column : columns_) {
        if (column.attribute.size() < 4 || column.attribute.compare(0, 3, "bus") != 0) continue;
        int port = 0;
        const char* const end = column.attribute.data() + column.attribute.size();
        const auto [stop, failure] = std::from_chars(column.attribute.data() + 3, end, port);
        if (failure == std::errc{} && stop == end && port > 1) ports.push_back(port);
    }
    std::sort(ports.begin(), ports.end());
    return ports;
}

void Component::set_numbers(std::string_view attribute, std::vector<double> values) {
    const auto* known = find_attribute(list_, attribute);
    set_column({.attribute = std::string(attribute),
        .kind = known != nullptr && known->kind == Kind::flag ? Kind::flag : Kind::number,
        .numbers = std::move(values)});
}

void Component::set_texts(std::string_view attribute, std::vector<std::string> values) {
    set_column({.attribute = std::string(attribute), .kind = Kind::text, .texts = std::move(values)});
}

void Component::set_column(Column column) {
    const auto at = std::find_if(
        columns_.begin(), columns_.end(), [&](const Column& known) { return known.attribute == column.attribute; });
    if (at == columns_.end())
        columns_.push_back(std::move(column));
    else
        *at = std::move(column);
}

void Component::set_series(Series series) {
    const auto at = std::find_if(
        series_.begin(), series_.end(), [&](const Series& known) { return known.attribute == series.attribute; });
    if (at == series_.end())
        series_.push_back(std::move(series));
    else
        *at = std::move(series);
}

const Component& Network::operator[](std::string_view list) const {
    const auto at = std::find_if(
        components.begin(), components.end(), [&](const Component& component) { return component.list() == list; });
    if (at == components.end()) throw Error(ErrorKind::internal, compose("the schema has no list {}", {list}));
    return *at;
}

Component& Network::operator[](std::string_view list) {
    const auto& found = std::as_const(*this)[list];
    return components[static_cast<std::size_t>(&found - components.data())];
}

Network empty_network(bool is_before_version_1) {
    Network network;
    network.is_before_version_1 = is_before_version_1;
    for (const auto& list : component_lists())
        network.components.emplace_back(list, std::vector<std::string>{}, is_before_version_1);
    return network;
}

}  // namespace ecumene::network
