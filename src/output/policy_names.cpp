#include "output/policy_names.hpp"

#include "output/sums.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

Bilingual subject_name(const PlanView& view, const std::string& subject) {
    const auto& groups = view.package("link_group_limits");
    for (std::size_t row = 0; row < groups.rows(); ++row)
        if (text_at(groups, row, "link_group") == subject && !text_at(groups, row, "name_en").empty())
            return {text_at(groups, row, "name_en"), text_at(groups, row, "name_ko")};
    const auto& carriers = view.package("carriers");
    for (std::size_t row = 0; row < carriers.rows(); ++row)
        if (text_at(carriers, row, "carrier") == subject)
            return {text_at(carriers, row, "name_en"), text_at(carriers, row, "name_ko")};
    return view.technology(subject);
}

}  // namespace

std::string policy_kind(const std::string& code) {
    return code.substr(0, code.find(':'));
}

Bilingual policy_name(const PlanView& view, const std::string& code) {
    const auto key = "policy." + policy_kind(code);
    if (!can_say(key)) return {};
    const auto colon = code.find(':');
    // A limit on one sector: its name in brackets behind the rule's.
    if (colon != std::string::npos && can_say("sector." + code.substr(colon + 1))) {
        const auto rule = say(key), sector = say("sector." + code.substr(colon + 1));
        return {rule.en + " (" + sector.en + ")", rule.ko + " (" + sector.ko + ")"};
    }
    return say(key, {colon == std::string::npos ? Bilingual{} : subject_name(view, code.substr(colon + 1))});
}

}  // namespace ecumene::output
