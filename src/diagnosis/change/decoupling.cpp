#include "diagnosis/change/decoupling.hpp"

#include <cmath>

namespace ecumene::diagnosis {
namespace {

DecouplingState state_while_growing(double elasticity) {
    if (elasticity < 0.0) return DecouplingState::strong_decoupling;
    if (elasticity < coupling_from) return DecouplingState::weak_decoupling;
    if (elasticity <= coupling_to) return DecouplingState::expansive_coupling;
    return DecouplingState::expansive_negative_decoupling;
}

DecouplingState state_while_shrinking(double elasticity) {
    if (elasticity < 0.0) return DecouplingState::strong_negative_decoupling;
    if (elasticity < coupling_from) return DecouplingState::weak_negative_decoupling;
    if (elasticity <= coupling_to) return DecouplingState::recessive_coupling;
    return DecouplingState::recessive_decoupling;
}

struct Word {
    const char *id, *en, *ko;
};

// In the order of DecouplingState.
constexpr std::array<Word, 9> words = {{{"strong_decoupling", "strong decoupling", "강한 탈동조화"},
    {"weak_decoupling", "weak decoupling", "약한 탈동조화"},
    {"expansive_coupling", "expansive coupling", "확장 동조화"},
    {"expansive_negative_decoupling", "expansive negative decoupling", "확장 음의 탈동조화"},
    {"strong_negative_decoupling", "strong negative decoupling", "강한 음의 탈동조화"},
    {"weak_negative_decoupling", "weak negative decoupling", "약한 음의 탈동조화"},
    {"recessive_coupling", "recessive coupling", "침체 동조화"},
    {"recessive_decoupling", "recessive decoupling", "침체 탈동조화"}, {"undefined", "undefined", "정의되지 않음"}}};

const Word& word_of(DecouplingState state) {
    return words[static_cast<std::size_t>(state)];
}

}  // namespace

Decoupling decoupling_of(double first_emissions, double last_emissions, double first_product, double last_product) {
    Decoupling result;
    for (const double figure : {first_emissions, last_emissions, first_product, last_product})
        if (!std::isfinite(figure)) {
            result.reason = {"a figure is not known", "값이 없음"};
            return result;
        }
    if (!(first_emissions > 0.0) || !(first_product > 0.0)) {
        result.reason = {"the first figure is not above zero: it has no rate of change",
            "첫해 값이 0 이하라 변화율을 정의할 수 없음"};
        return result;
    }
    result.emissions_change = (last_emissions - first_emissions) / first_emissions;
    result.product_change = (last_product - first_product) / first_product;
    if (std::abs(result.product_change) < no_growth) {
        result.reason = {"the product hardly changed: emissions cannot be set against it",
            "생산이 거의 변하지 않아 배출과 견줄 수 없음"};
        return result;
    }
    result.elasticity = result.emissions_change / result.product_change;
    result.state =
        result.product_change > 0.0 ? state_while_growing(result.elasticity) : state_while_shrinking(result.elasticity);
    return result;
}

const char* id_of(DecouplingState state) {
    return word_of(state).id;
}

Bilingual name_of(DecouplingState state) {
    return {word_of(state).en, word_of(state).ko};
}

}  // namespace ecumene::diagnosis
