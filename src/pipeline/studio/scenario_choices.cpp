#include "pipeline/studio/scenario_choices.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "output/sums.hpp"
#include "pipeline/studio/table_view.hpp"
#include "pipeline/values.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;
using output::number_at;
using output::text_at;

std::vector<std::string> distinct(const Frame& table, const std::string& column) {
    std::vector<std::string> found;
    std::set<std::string> seen;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (const auto text = text_at(table, row, column); !text.empty() && seen.insert(text).second)
            found.push_back(text);
    return found;
}

Value year_value(const Frame& table, std::size_t row) {
    auto value = Value::object();
    const double year = number_at(table, row, "year");
    value.set("year", is_blank(year) ? Value() : Value(static_cast<std::int64_t>(year)));
    value.set("value", number_at(table, row, "value")).set("unit", text_at(table, row, "unit"));
    for (const char* column : {"region", "basis", "status", "source", "note"})
        if (table.has(column)) value.set(column, text_at(table, row, column));
    return value;
}

// The rows of a target are its path.
Value caps_value(const Frame& targets) {
    std::vector<std::pair<std::string, std::string>> order;
    std::map<std::pair<std::string, std::string>, Value> years;
    for (std::size_t row = 0; row < targets.rows(); ++row) {
        const std::pair key{text_at(targets, row, "target"), text_at(targets, row, "scope")};
        auto [at, is_new] = years.emplace(key, Value::list());
        if (is_new) order.push_back(key);
        at->second.add(year_value(targets, row));
    }
    auto list = Value::list();
    for (const auto& key : order)
        list.add(Value::object().set("target", key.first).set("scope", key.second).set("years", std::move(years[key])));
    return list;
}

class ScaleKeys {
public:
    explicit ScaleKeys(const dataset::Dataset& data) : data_(data) {
        read_names("technologies", "technology");
        read_names("carriers", "carrier");
    }

    Value list() {
        each("imports", [&](const Frame& t, std::size_t row) {
            const auto carrier = text_at(t, row, "carrier"), quantity = text_at(t, row, "quantity");
            if (quantity != "price" && quantity != "limit") return;
            add("imports." + carrier + "." + quantity,
                quantity == "price" ? joined(carrier, "price of imports", "수입 가격")
                                    : joined(carrier, "limit of imports", "수입 한도"),
                t, row);
        });
        each("technology_values", [&](const Frame& t, std::size_t row) {
            const auto technology = text_at(t, row, "technology"), parameter = text_at(t, row, "parameter");
            const auto words = parameter_words(parameter);
            add("technology." + technology + "." + parameter, joined(technology, words.en, words.ko), t, row);
        });
        each("demand", [&](const Frame& t, std::size_t row) {
            const auto carrier = text_at(t, row, "carrier"), component = text_at(t, row, "component");
            add("demand." + carrier, joined(carrier, "demand", "수요"), t, row, Rows::left_out);
            add("demand." + carrier + "." + component, joined(carrier, "demand, " + component, "수요, " + component), t,
                row, Rows::left_out);
        });
        each("potentials", [&](const Frame& t, std::size_t row) {
            const auto technology = text_at(t, row, "technology");
            add("potential." + technology, joined(technology, "potential", "잠재량"), t, row);
        });
        auto list = Value::list();
        for (const auto& key : order_) list.add(std::move(entries_[key]));
        return list;
    }

private:
    enum class Rows { kept, left_out };

    template <class Visit>
    void each(const char* table, Visit&& visit) {
        if (!data_.has(table)) return;
        const auto& frame = data_.table(table);
        for (std::size_t row = 0; row < frame.rows(); ++row) visit(frame, row);
    }

    void read_names(const char* table, const char* id) {
        each(table, [&](const Frame& t, std::size_t row) {
            names_[text_at(t, row, id)] = {text_at(t, row, "name_en"), text_at(t, row, "name_ko")};
        });
    }

    Bilingual joined(const std::string& id, const std::string& en, const std::string& ko) const {
        const auto found = names_.find(id);
        const auto name = found == names_.end() || found->second.en.empty() ? Bilingual{id, id} : found->second;
        return {name.en + ": " + en, name.ko + ": " + ko};
    }

    static Bilingual parameter_words(const std::string& parameter) {
        static const std::map<std::string, Bilingual> known{{"investment", {"investment", "투자비"}},
            {"fixed_om", {"fixed cost", "고정 운영비"}}, {"variable_om", {"variable cost", "변동 운영비"}},
            {"life", {"life", "수명"}}, {"build_pace", {"pace of building", "건설 속도"}},
            {"availability", {"availability", "가용률"}}, {"minimum_load", {"least output", "최소 출력"}},
            {"discount_rate", {"rate of interest", "이자율"}},
            {"total_limit", {"limit over all years", "전체 기간 한도"}}, {"emission", {"emission factor", "배출계수"}},
            {"loss", {"loss", "손실률"}}, {"duration", {"duration of storage", "저장 시간"}},
            {"efficiency_in", {"efficiency of charging", "충전 효율"}},
            {"efficiency_out", {"efficiency of discharging", "방전 효율"}}, {"land", {"land needed", "필요 면적"}}};
        const auto found = known.find(parameter);
        return found == known.end() ? Bilingual{parameter, parameter} : found->second;
    }

    // The first row of a key begins its entry; a few of its figures show what would be scaled.
    void add(
        const std::string& key, const Bilingual& name, const Frame& table, std::size_t row, Rows rows = Rows::kept) {
        constexpr std::size_t most_figures = 12;
        auto [at, is_new] = entries_.emplace(key, Value::object());
        if (is_new) {
            order_.push_back(key);
            at->second.set("key", key).set("name", both(name)).set("unit", "1").set("table", table.name());
            at->second.set("now", Value::list());
        }
        auto* now = at->second.find("now");
        if (rows == Rows::kept && now->items().size() < most_figures) now->add(year_value(table, row));
    }

    const dataset::Dataset& data_;
    std::map<std::string, Bilingual> names_;
    std::vector<std::string> order_;
    std::map<std::string, Value> entries_;
};

Value technologies_value(const Frame& technologies) {
    auto list = Value::list();
    for (std::size_t row = 0; row < technologies.rows(); ++row)
        list.add(Value::object()
                     .set("technology", text_at(technologies, row, "technology"))
                     .set("name", both({text_at(technologies, row, "name_en"), text_at(technologies, row, "name_ko")}))
                     .set("extendable", text_at(technologies, row, "extendable") == "yes"));
    return list;
}

}  // namespace

Value scenario_choices(const Project& project) {
    const auto data = project.data();
    auto value = Value::object();
    value.set("carbon_cap", caps_value(data->table("targets")));
    value.set("demand", texts_value(distinct(data->table("demand"), "scenario")));
    value.set("population", texts_value(distinct(data->table("population"), "scenario")));
    value.set("technologies", technologies_value(data->table("technologies")));
    value.set("scale", ScaleKeys(*data).list());
    return value;
}

}  // namespace ecumene::pipeline
