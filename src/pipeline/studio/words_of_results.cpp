#include "pipeline/studio/words_of_results.hpp"

#include "core/error.hpp"
#include "dataset/schema.hpp"
#include "embedded/result_words.hpp"
#include "embedded/results_schema.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;

std::string text_at(const Value& object, std::string_view key) {
    const auto* found = object.find(key);
    return found != nullptr && found->is_text() ? found->as_text() : std::string{};
}

std::vector<std::string> texts_at(const Value& object, std::string_view key) {
    std::vector<std::string> texts;
    if (const auto* found = object.find(key); found != nullptr && found->is_list())
        for (const auto& item : found->items()) texts.push_back(item.as_text());
    return texts;
}

Value schema_of(std::string_view text, const char* shown) {
    Findings findings;
    auto schema = files::parse_json(text, shown, findings);
    if (findings.has_errors()) throw Error(ErrorKind::internal, describe(findings.all().front()));
    return schema;
}

const Value& words_schema() {
    static const auto schema = schema_of(embedded::result_words, "schema/result_words.json");
    return schema;
}

const Value* words_of_table(const std::string& name) {
    for (const auto& table : words_schema().at("tables").items())
        if (text_at(table, "name") == name) return &table;
    return nullptr;
}

// The table's own name of a column, else the one all tables share.
Bilingual name_in(const Value* table, const std::string& column) {
    const auto* own = table == nullptr ? nullptr : table->find("columns");
    const auto* named = own == nullptr ? nullptr : own->find(column);
    if (named == nullptr) return name_of_result(column);
    return {named->items().front().as_text(), named->items().back().as_text()};
}

TableWords words_of(const Value& table, const Value* named) {
    TableWords words;
    words.about = text_at(table, "about");
    words.key = texts_at(table, "key");
    for (const auto& column : table.at("columns").items())
        words.columns[text_at(column, "name")] = {
            text_at(column, "unit"), text_at(column, "about"), name_in(named, text_at(column, "name"))};
    return words;
}

std::map<std::string, TableWords> read_results_schema() {
    const auto schema = schema_of(embedded::results_schema, "schema/results.json");
    std::map<std::string, TableWords> all;
    for (const auto& table : schema.at("tables").items()) {
        const auto* named = words_of_table(text_at(table, "name"));
        auto& words = all[text_at(table, "name")] = words_of(table, named);
        if (named == nullptr) continue;
        words.title = title_of_result(text_at(table, "name"));
        words.equations = texts_at(*named, "equations");
        words.inputs = texts_at(*named, "inputs");
    }
    return all;
}

}  // namespace

TableWords words_of_result(const std::string& table) {
    static const auto all = read_results_schema();
    const auto found = all.find(table);
    return found == all.end() ? TableWords{} : found->second;
}

Bilingual title_of_result(const std::string& table) {
    const auto* named = words_of_table(table);
    return named == nullptr ? Bilingual{table, table} : Bilingual{text_at(*named, "en"), text_at(*named, "ko")};
}

Bilingual name_of_result(const std::string& column) {
    const auto* named = words_schema().at("columns").find(column);
    return named == nullptr ? Bilingual{column, column}
                            : Bilingual{named->items().front().as_text(), named->items().back().as_text()};
}

TableWords words_of_package(const std::string& table) {
    TableWords words;
    const auto* schema = dataset::package_schema().find(table);
    if (schema == nullptr) return words;
    words.title = schema->title;
    words.key = schema->key;
    for (const auto& column : schema->columns) words.columns[column.name] = {column.unit, column.about};
    return words;
}

}  // namespace ecumene::pipeline
