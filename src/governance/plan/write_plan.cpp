#include "governance/plan/write_plan.hpp"

#include "files/csv.hpp"
#include "governance/plan/plan_schema.hpp"
#include "governance/plan/plan_settings.hpp"

namespace ecumene::governance {
namespace {

using Cells = std::vector<Frame::Cell>;

// TOML basic string.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + "\"";
}

std::string quoted(const std::vector<std::string>& texts) {
    std::string out = "[";
    for (const auto& text : texts) out += (out.size() > 1 ? ", " : "") + quoted(text);
    return out + "]";
}

std::string quoted(const Bilingual& words) {
    return "{ en = " + quoted(words.en) + ", ko = " + quoted(words.ko) + " }";
}

std::string settings_text(const PlanDocument& plan) {
    std::string text = "format = 1\n\n[plan]\nid = " + quoted(plan.id) + "\ntitle = " + quoted(plan.title);
    if (!plan.about.en.empty()) text += "\nabout = " + quoted(plan.about);
    text += "\nscope = " + quoted(word_of(plan.scope)) + "\nkind = " + quoted(word_of(plan.kind));
    text += "\nregion = " + quoted(plan.region);
    if (!plan.parent.empty()) text += "\nparent = " + quoted(plan.parent);
    if (!plan.parts.empty()) text += "\nparts = " + quoted(plan.parts);
    if (!plan.exposed.empty()) text += "\nexposed = " + quoted(plan.exposed);
    if (plan.adopted) text += "\nadopted = " + quoted(date_text(*plan.adopted));
    text += compose("\nfirst_year = {}\nlast_year = {}\n\n[basis]\n", {plan.first_year, plan.last_year});
    const auto& basis = plan.basis;
    for (const auto& [key, value] : {std::pair{"guidelines", basis.guidelines}, {"gwp", basis.gwp},
             {"factors", basis.factors}, {"boundary", basis.boundary}, {"tree", basis.tree}})
        if (!value.empty()) text += std::string(key) + " = " + quoted(value) + "\n";
    if (basis.rounding > 0.0) text += "rounding = " + shortest(basis.rounding) + "\n";
    return text;
}

std::string date_or_blank(const std::optional<Date>& date) {
    return date ? date_text(*date) : std::string{};
}

std::string coverage_text(const std::optional<Coverage>& coverage) {
    return !coverage ? std::string{} : *coverage == Coverage::gross ? "gross" : "net";
}

class TableWriter {
public:
    TableWriter(const PlanDocument& plan, const PlanSource& source) : plan_(plan), source_(source) {}

    PlanTexts write() {
        texts_[plan_file] = settings_text(plan_);
        put("sources", [&](auto add) { add({source_.source, source_.title, source_.publisher, "", "", ""}); });
        put_sectors();
        put_amounts("emissions", plan_.emissions);
        put_unallocated();
        put_targets();
        put_activities();
        put_measures();
        put_measure_years();
        put_indicators();
        put_procedures();
        put_links();
        put_contents();
        put_effects();
        return std::move(texts_);
    }

private:
    // A frame with the columns of the contract; `fill` adds rows in their order.
    template <class Fill>
    void put(const char* name, Fill fill) {
        const auto& schema = *plan_schema().find(name);
        Frame frame(schema.name, schema.empty_columns());
        fill([&](const Cells& cells) { frame.add(cells); });
        if (frame.rows() > 0) texts_[schema.file] = files::csv_text(frame);
    }

    static const char* role_word(Role role) {
        return role == Role::sink      ? "sink"
               : role == Role::capture ? "capture"
               : role == Role::credit  ? "credit"
                                       : "emission";
    }

    void put_sectors() {
        put("sectors", [&](auto add) {
            for (const auto& one : plan_.sectors)
                if (one.sector != one.rolls_up_to)
                    add({one.sector, one.name.en, one.name.ko, one.rolls_up_to, role_word(one.role)});
        });
    }

    template <class Row>
    void each_amount(const Amounts& amounts, Row row) {
        for (const auto series : {Series::history, Series::outlook, Series::target})
            for (const auto& sector : amounts.sectors())
                for (const int year : amounts.years(series))
                    if (amounts.row(series, sector, year) != 0)
                        row(series, sector, year, amounts.at(series, sector, year));
    }

    void put_amounts(const char* name, const Amounts& amounts) {
        put(name, [&](auto add) {
            each_amount(amounts, [&](Series series, const std::string& sector, int year, double value) {
                add({word_of(series), sector, year, value, "tCO2eq", source_.status, source_.source});
            });
        });
    }

    void put_unallocated() {
        put("unallocated", [&](auto add) {
            each_amount(plan_.unallocated, [&](Series series, const std::string& sector, int year, double value) {
                add({word_of(series), sector, year, value, "tCO2eq", "not counted by any region below"});
            });
        });
    }

    void put_targets() {
        put("targets", [&](auto add) {
            for (const auto& one : plan_.targets)
                add({one.target, one.sector, one.base_year, one.year, coverage_text(one.base_basis),
                    coverage_text(one.target_basis), one.cut, one.bound, one.upper_target, source_.source});
        });
    }

    void put_activities() {
        put("activities", [&](auto add) {
            for (const auto& one : plan_.activities)
                add({one.activity, one.sector, one.year, one.amount, one.amount_unit, one.factor, one.emission,
                    "tCO2eq", source_.source});
        });
    }

    void put_measures() {
        put("measures", [&](auto add) {
            for (const auto& one : plan_.measures)
                add({one.measure, one.sector, one.name.en, one.name.ko, one.owner, one.indicator, one.unit,
                    join(one.activities, ";"), one.acts_on, one.counted_at, one.group, one.project, one.upper_target,
                    source_.source});
        });
    }

    void put_measure_years() {
        put("measure_years", [&](auto add) {
            for (const auto& one : plan_.measures)
                for (const auto& year : one.years)
                    add({one.measure, year.year, year.cut, "tCO2eq", year.money[0], year.money[1], year.money[2],
                        year.money[3], "MKRW"});
        });
    }

    void put_indicators() {
        put("indicators", [&](auto add) {
            for (const auto& one : plan_.indicators)
                add({one.indicator, one.measure, one.unit, one.baseline_year, one.baseline, one.target_year, one.target,
                    one.data_source, one.update_month});
        });
    }

    void put_procedures() {
        put("procedures", [&](auto add) {
            for (const auto& one : plan_.procedures)
                add({one.procedure, one.year, date_or_blank(one.done), one.reason});
        });
    }

    void put_links() {
        put("links", [&](auto add) {
            for (const auto& one : plan_.links)
                add({one.plan, one.target, date_or_blank(one.adopted), one.cut, one.reason});
        });
    }

    void put_contents() {
        put("contents", [&](auto add) {
            for (const auto& one : plan_.contents) add({one.item, one.place, one.reason});
        });
    }

    void put_effects() {
        put("effects", [&](auto add) {
            for (const auto& one : plan_.effects)
                add({one.region, one.kind, one.year, one.group, one.value, one.unit, source_.source});
        });
    }

    const PlanDocument& plan_;
    const PlanSource& source_;
    PlanTexts texts_;
};

}  // namespace

PlanTexts plan_texts(const PlanDocument& plan, const PlanSource& source) {
    return TableWriter(plan, source).write();
}

}  // namespace ecumene::governance
