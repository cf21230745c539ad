#include "core/frame.hpp"

#include <algorithm>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"

namespace ecumene {

Frame::Frame(std::string name, std::vector<Column> columns) : name_(std::move(name)), columns_(std::move(columns)) {
    const auto length = [](const Column& c) { return c.kind == Kind::text ? c.texts.size() : c.numbers.size(); };
    if (!columns_.empty()) rows_ = length(columns_.front());
    for (const auto& column : columns_)
        if (length(column) != rows_)
            throw Error(ErrorKind::internal, compose("the columns of table {} are not equally long", {name_}));
}

bool Frame::has(std::string_view column) const {
    return std::any_of(columns_.begin(), columns_.end(), [&](const Column& c) { return c.name == column; });
}

void Frame::add(std::initializer_list<Cell> cells) {
    add(std::vector<Cell>(cells));
}

void Frame::add(const std::vector<Cell>& cells) {
    if (cells.size() != columns_.size())
        throw Error(ErrorKind::internal,
            compose("table {} has {} columns, a row of {} was added", {name_, columns_.size(), cells.size()}));
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (std::holds_alternative<std::string>(cells[i].value()) != (columns_[i].kind == Kind::text))
            throw Error(ErrorKind::internal,
                compose("column {} of table {} was given the wrong kind of cell", {columns_[i].name, name_}));
    for (std::size_t i = 0; i < cells.size(); ++i) append(i, cells[i]);
    ++rows_;
}

void Frame::append(std::size_t column, const Cell& cell) {
    auto& target = columns_[column];
    if (target.kind == Kind::text)
        target.texts.push_back(std::get<std::string>(cell.value()));
    else
        target.numbers.push_back(std::get<double>(cell.value()));
}

const Frame::Column& Frame::find(std::string_view column, Kind kind) const {
    for (const auto& c : columns_)
        if (c.name == column && c.kind == kind) return c;
    throw Error(ErrorKind::internal,
        compose("table {} has no {} column {}", {name_, kind == Kind::text ? "text" : "number", column}));
}

const std::vector<std::string>& Frame::texts(std::string_view column) const {
    return find(column, Kind::text).texts;
}

const std::vector<double>& Frame::numbers(std::string_view column) const {
    return find(column, Kind::number).numbers;
}

Frame::Column text_column(std::string name) {
    return {.name = std::move(name), .kind = Frame::Kind::text, .unit = {}, .texts = {}, .numbers = {}};
}

Frame::Column number_column(std::string name, std::string unit) {
    return {.name = std::move(name), .kind = Frame::Kind::number, .unit = std::move(unit), .texts = {}, .numbers = {}};
}

}  // namespace ecumene
