#include "dataset/settings.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "dataset/schema.hpp"

namespace ecumene::dataset {
namespace {

using files::Value;

// Reads the keys of one table, each at most once, and remembers their names for "did you mean".
class KeyReader {
public:
    KeyReader(const Value* table, std::string name, FindingLog& log)
        : table_(table), name_(std::move(name)), log_(log) {}

    std::string text(const std::string& key) {
        const auto* value = wanted(key);
        if (value == nullptr) return {};
        if (value->is_text() && !value->as_text().empty()) return value->as_text();
        log_.error({settings_file, value->line(), path(key)}, "wrong_type", path(key) + " must be a text");
        return {};
    }

    int whole(const std::string& key, int minimum, int maximum) {
        const auto* value = wanted(key);
        if (value == nullptr) return 0;
        if (value->is_integer() && value->as_integer() >= minimum && value->as_integer() <= maximum)
            return static_cast<int>(value->as_integer());
        log_.error({settings_file, value->line(), path(key)}, "out_of_range",
            compose("{} must be a whole number from {} to {}", {path(key), minimum, maximum}));
        return 0;
    }

    void report_unknown() const {
        if (table_ == nullptr || !table_->is_object()) return;
        for (const auto& [key, value] : table_->members()) {
            const auto hint = did_you_mean(key, known_);
            if (!hint.empty() && nearest(key, known_) != key)
                log_.warning({settings_file, value.line(), path(key)}, "unknown_key",
                    compose("the key '{}' is not known and is not read", {path(key)}), hint);
        }
    }

private:
    std::string path(const std::string& key) const { return name_.empty() ? key : name_ + "." + key; }

    const Value* wanted(const std::string& key) {
        known_.push_back(key);
        const auto* value = table_ == nullptr ? nullptr : table_->find(key);
        if (value == nullptr)
            log_.error({settings_file, table_ == nullptr ? 0 : table_->line(), path(key)}, "missing_key",
                compose("the key '{}' is missing", {path(key)}),
                name_.empty() ? compose("add {} = ... at the top", {key})
                              : compose("add {} = ... below [{}]", {key, name_}));
        return value;
    }

    const Value* table_;
    std::string name_;
    FindingLog& log_;
    std::vector<std::string> known_;
};

void check_format(const Value& root, FindingLog& log) {
    KeyReader top(&root, "", log);
    const int format = top.whole("format", 1, 1'000'000);
    if (format > package_schema().format)
        log.error({settings_file, root.find("format")->line(), "format"}, "newer_format",
            compose("the package is of format {}, this program reads format {}", {format, package_schema().format}),
            "use a newer program");
}

Bilingual read_title(const Value& root, FindingLog& log) {
    KeyReader title(root.find("title"), "title", log);
    Bilingual words{title.text("en"), title.text("ko")};
    title.report_unknown();
    return words;
}

}  // namespace

Settings read_settings(const Value& root, FindingLog& log) {
    constexpr int first_year = 1900, last_year = 2200;
    check_format(root, log);
    Settings settings;
    settings.name = KeyReader(&root, "", log).text("name");
    settings.title = read_title(root, log);
    KeyReader package(root.find("package"), "package", log);
    settings.nation = package.text("nation");
    settings.base_year = package.whole("base_year", first_year, last_year);
    settings.currency = package.text("currency");
    settings.price_year = package.whole("price_year", first_year, last_year);
    settings.default_scenario = package.text("default_scenario");
    settings.inventory_basis = package.text("inventory_basis");
    package.report_unknown();
    return settings;
}

}  // namespace ecumene::dataset
