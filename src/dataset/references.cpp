#include "dataset/references.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "dataset/region_names.hpp"
#include "dataset/table_reader.hpp"

namespace ecumene::dataset {
namespace {

using Words = std::unordered_set<std::string>;

Words words_of(const Frame& frame, const std::string& column) {
    const auto& texts = frame.texts(column);
    return {texts.begin(), texts.end()};
}

class ReferenceCheck {
public:
    ReferenceCheck(const LoadedTables& tables, const std::string& nation, FindingLog& log)
        : tables_(tables), nation_(nation), log_(log) {}

    void run() {
        check_schema();
        check_groups();
        check_parents();
    }

    void check_schema() {
        for (const auto& [name, table] : tables_) {
            if (!table.is_present) continue;
            check_key(table);
            for (const auto& column : table.schema->columns) check_column(table, column);
        }
    }

private:
    const LoadedTable& table(const char* name) const { return tables_.find(name)->second; }

    static std::string shown_key(const LoadedTable& loaded, std::size_t row) {
        std::string text;
        for (const auto& name : loaded.schema->key)
            text += (text.empty() ? "" : ", ") + name + " " + key_part(loaded, name, row);
        return text;
    }

    static std::string key_part(const LoadedTable& loaded, const std::string& name, std::size_t row) {
        if (!loaded.schema->column(name)->is_number()) return loaded.frame.text(row, name);
        const double value = loaded.frame.number(row, name);
        return is_blank(value) ? "(blank)" : shortest(value);
    }

    // The columns of a key, as bytes that are the same where the cells are.
    class KeyText {
    public:
        explicit KeyText(const LoadedTable& loaded) {
            for (const auto& name : loaded.schema->key)
                if (loaded.schema->column(name)->is_number())
                    parts_.emplace_back(nullptr, &loaded.frame.numbers(name));
                else
                    parts_.emplace_back(&loaded.frame.texts(name), nullptr);
        }

        std::string of(std::size_t row) const {
            std::string key;
            for (const auto& [texts, numbers] : parts_) {
                if (texts != nullptr) {
                    key += (*texts)[row] + '\x1f';
                    continue;
                }
                const double written = (*numbers)[row];
                const double value = is_blank(written) ? blank : written + 0.0;  // -0 is 0
                key.append(reinterpret_cast<const char*>(&value), sizeof value);
            }
            return key;
        }

    private:
        std::vector<std::pair<const std::vector<std::string>*, const std::vector<double>*>> parts_;
    };

    void check_key(const LoadedTable& loaded) {
        std::unordered_map<std::string, std::size_t> first;
        first.reserve(loaded.frame.rows());
        const KeyText keys(loaded);
        for (std::size_t row = 0; row < loaded.frame.rows(); ++row) {
            const auto [found, is_new] = first.emplace(keys.of(row), row);
            if (!is_new)
                log_.error(loaded.at(row, loaded.schema->key.front()), "duplicate_key",
                    compose("{} stands already in row {}", {shown_key(loaded, row), loaded.rows[found->second]}),
                    "keep one of the two rows");
        }
    }

    void check_column(const LoadedTable& loaded, const ColumnSchema& column) {
        if (column.type == ColumnType::reference) check_reference(loaded, column);
        if (column.type == ColumnType::source) check_sources(loaded, column.name);
        const bool is_place =
            column.name == "region" && column.type == ColumnType::id && loaded.schema->name != "regions";
        if (is_place) check_places(loaded);
        if (loaded.schema->name == "technologies" && column.name == "profile")
            check_listed(loaded, column.name, table("series"), "series");
    }

    void check_reference(const LoadedTable& loaded, const ColumnSchema& column) {
        check_listed(loaded, column.name, tables_.find(column.to_table)->second, column.to_column);
    }

    void check_listed(
        const LoadedTable& loaded, const std::string& column, const LoadedTable& to, const std::string& to_column) {
        const auto& texts = loaded.frame.texts(column);
        const bool is_used = std::any_of(texts.begin(), texts.end(), [](const std::string& t) { return !t.empty(); });
        if (to.is_unreadable) return;
        if (!to.is_present) {
            // One sentence about the table instead of one for every row.
            if (is_used)
                log_.error({loaded.schema->file, 0, column}, "missing_table",
                    compose("{} refers to {}, which is not there", {column, to.schema->file}),
                    "add " + to.schema->file);
            return;
        }
        const auto known = words_of(to.frame, to_column);
        for (std::size_t row = 0; row < texts.size(); ++row)
            if (!texts[row].empty() && known.count(texts[row]) == 0)
                report_unknown(loaded, row, column, texts[row], to, to_column);
    }

    void report_unknown(const LoadedTable& loaded, std::size_t row, const std::string& column, const std::string& text,
        const LoadedTable& to, const std::string& to_column) {
        const bool is_listed = log_.would_list("unknown_reference", loaded.schema->file);
        log_.error(loaded.at(row, column), "unknown_reference",
            compose("{} '{}' is not in {}", {column, text, to.schema->file}),
            is_listed ? meant_entry(text, to.frame, to_column) : std::string{});
    }

    void check_sources(const LoadedTable& loaded, const std::string& column) {
        const auto& sources = table("sources");
        if (!sources.is_present) return;
        const auto known = words_of(sources.frame, "source");
        std::unordered_set<std::string_view> good;  // most rows of a table name the same few
        const auto& texts = loaded.frame.texts(column);
        for (std::size_t row = 0; row < texts.size(); ++row) {
            if (texts[row].empty() || good.count(texts[row]) != 0) continue;
            bool is_good = true;
            for (const auto& source : split(texts[row], ';')) {
                if (source.empty() || known.count(source) != 0) continue;
                is_good = false;
                report_unknown(loaded, row, column, source, sources, "source");
            }
            if (is_good) good.insert(texts[row]);
        }
    }

    // A region, or the nation; official figures may be of a group of regions too.
    void check_places(const LoadedTable& loaded) {
        const auto& regions = table("regions");
        if (!regions.is_present) return;
        auto known = words_of(regions.frame, "region");
        known.insert(nation_);
        if (loaded.schema->name == "observed") {
            const auto groups = words_of(table("groups").frame, "group");
            known.insert(groups.begin(), groups.end());
        }
        const auto& texts = loaded.frame.texts("region");
        for (std::size_t row = 0; row < texts.size(); ++row) {
            if (texts[row].empty() || known.count(texts[row]) != 0) continue;
            const bool is_listed = log_.would_list("unknown_reference", loaded.schema->file);
            auto remedy = is_listed ? meant_entry(texts[row], regions.frame, "region") : std::string{};
            if (remedy.empty()) remedy = compose("use a code of regions.csv, or '{}' for the nation", {nation_});
            log_.error(loaded.at(row, "region"), "unknown_reference",
                compose("region '{}' is not in regions.csv", {texts[row]}), remedy);
        }
    }

    void check_groups() {
        const auto& regions = table("regions");
        const auto& groups = table("groups");
        if (!regions.is_present) return;
        std::map<std::string, std::vector<std::string>> members;
        for (std::size_t row = 0; row < groups.frame.rows(); ++row)
            members[groups.frame.text(row, "grouping")].push_back(groups.frame.text(row, "group"));
        for (const auto& column : regions.extra_columns) {
            const auto found = members.find(column.substr(grouping_prefix.size()));
            if (found == members.end()) {
                report_no_grouping(column, members);
                continue;
            }
            for (std::size_t row = 0; row < regions.frame.rows(); ++row) {
                const auto& group = regions.frame.text(row, column);
                if (group.empty() ||
                    std::find(found->second.begin(), found->second.end(), group) != found->second.end())
                    continue;
                log_.error(regions.at(row, column), "unknown_reference",
                    compose("group '{}' is not in groups.csv under '{}'", {group, found->first}),
                    did_you_mean(group, found->second));
            }
        }
    }

    void report_no_grouping(const std::string& column, const std::map<std::string, std::vector<std::string>>& members) {
        std::vector<std::string> names;
        for (const auto& [grouping, ignored] : members) names.push_back(std::string(grouping_prefix) + grouping);
        const auto hint = did_you_mean(column, names);
        log_.error({table("regions").schema->file, 1, column}, "unknown_grouping",
            compose("groups.csv has no grouping '{}'", {column.substr(grouping_prefix.size())}),
            hint.empty() ? "add its groups to groups.csv" : hint);
    }

    void check_parents() {
        const auto& regions = table("regions");
        const auto known = words_of(regions.frame, "region");
        for (std::size_t row = 0; row < regions.frame.rows(); ++row) {
            const auto& parent = regions.frame.text(row, "parent");
            if (parent.empty() || parent == nation_ || known.count(parent) != 0) continue;
            log_.error(regions.at(row, "parent"), "unknown_reference",
                compose("parent '{}' is neither a region nor the nation '{}'", {parent, nation_}),
                meant_entry(parent, regions.frame, "region"));
        }
    }

    const LoadedTables& tables_;
    const std::string& nation_;
    FindingLog& log_;
};

}  // namespace

void check_schema_references(const LoadedTables& tables, FindingLog& log) {
    ReferenceCheck(tables, {}, log).check_schema();
}

void check_references(const LoadedTables& tables, const std::string& nation, FindingLog& log) {
    ReferenceCheck(tables, nation, log).run();
}

}  // namespace ecumene::dataset
