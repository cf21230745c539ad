#include "diagnosis/names.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace ecumene::diagnosis {
namespace {

using Names = std::vector<std::pair<std::string_view, Bilingual>>;

Bilingual name_in(const Names& names, const std::string& code) {
    for (const auto& [known, name] : names)
        if (known == code) return name;
    return {code, code};
}

}  // namespace

Bilingual product_name(const std::string& measure, const std::string& prices) {
    static const Names measures{{"grdp", {"regional product", "지역내총생산"}}, {"gva", {"value added", "부가가치"}}};
    constexpr std::string_view constant = "real";
    const auto what = name_in(measures, measure);
    if (prices == "nominal") return {what.en + " (current prices)", what.ko + "(명목)"};
    if (prices.rfind(constant, 0) != 0)
        return {compose("{} ({})", {what.en, prices}), compose("{}({})", {what.ko, prices})};
    const auto year = prices.substr(constant.size());
    return {compose("{} (prices of {})", {what.en, year}), compose("{}({}년 불변)", {what.ko, year})};
}

Bilingual tree_name(const std::string& tree) {
    static const Names trees{{"ipcc1996", {"IPCC 1996 guidelines", "IPCC 1996 지침"}},
        {"ipcc2006", {"IPCC 2006 guidelines", "IPCC 2006 지침"}}, {"gpc", {"GPC for cities", "GPC(도시 인벤토리)"}},
        {"korea_plan", {"Korean plan sectors", "국가 계획 부문"}}};
    const auto at = tree.find('@');
    auto name = name_in(trees, tree.substr(0, at));
    if (at == std::string::npos) return name;
    const auto edition = tree.substr(at + 1);
    return {compose("{}, edition of {}", {name.en, edition}), compose("{} {}년판", {name.ko, edition})};
}

Bilingual basis_name(const std::string& tree, const std::string& gwp) {
    static const Names reports{{"sar", {"second IPCC report", "IPCC 2차 보고서"}},
        {"ar4", {"fourth IPCC report", "IPCC 4차 보고서"}}, {"ar5", {"fifth IPCC report", "IPCC 5차 보고서"}},
        {"ar6", {"sixth IPCC report", "IPCC 6차 보고서"}}};
    const auto sectors = tree_name(tree), potentials = name_in(reports, gwp);
    return {compose("{}, {}", {sectors.en, potentials.en}), compose("{}, {}", {sectors.ko, potentials.ko})};
}

}  // namespace ecumene::diagnosis
