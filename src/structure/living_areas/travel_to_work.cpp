#include "structure/living_areas/travel_to_work.hpp"

#include <algorithm>
#include <limits>

#include "core/text.hpp"

namespace ecumene::structure {
namespace {

// How far below the target size, 0 at it, 1 at the least size.
double shortness(double residents, const TravelToWork& rule) {
    return std::max((rule.target_size - residents) / (rule.target_size - rule.min_size), 0.0);
}

double hyperbolic(double sc, double residents, const TravelToWork& rule) {
    const double ratio = rule.min_sc / rule.target_sc;
    return std::min(sc / rule.target_sc, 1.0) * (1.0 - (1.0 - ratio) * shortness(residents, rule)) / ratio;  // (S1)
}

double linear(double sc, double residents, const TravelToWork& rule) {
    if (residents < rule.min_size) return std::min(sc / rule.target_sc, 1.0) * residents / rule.min_size;
    return sc / needed_self_containment(residents, rule);  // (S2)
}

}  // namespace

std::string TravelToWork::complaint() const {
    if (!(min_size > 0.0) || !(target_size > min_size))
        return compose(
            "the target size ({}) must lie above the least size ({}), and that above zero", {target_size, min_size});
    if (!(min_sc > 0.0) || !(target_sc >= min_sc) || target_sc > 1.0)
        return compose("self-containment must be 0 < least ({}) <= target ({}) <= 1", {min_sc, target_sc});
    return {};
}

TravelToWork istat_rule() {
    return {};
}

TravelToWork uk_rule() {
    return {
        .min_size = 3500, .min_sc = 2.0 / 3.0, .target_size = 25000, .target_sc = 0.75, .form = ValidityForm::linear};
}

double validity(const AreaFlows& area, const TravelToWork& rule) {
    const double sc = area.self_containment();
    if (sc >= 1.0) return 1.0;
    return rule.form == ValidityForm::hyperbolic ? hyperbolic(sc, area.residents, rule)
                                                 : linear(sc, area.residents, rule);
}

double needed_self_containment(double residents, const TravelToWork& rule) {
    if (residents < rule.min_size * (1.0 - validity_tolerance)) return std::numeric_limits<double>::infinity();
    const double short_of = std::min(shortness(residents, rule), 1.0);
    if (rule.form == ValidityForm::linear) return rule.min_sc + (rule.target_sc - rule.min_sc) * short_of;
    return std::min(rule.min_sc / (1.0 - (1.0 - rule.min_sc / rule.target_sc) * short_of), rule.target_sc);
}

double cohesion(double flow_ij, double flow_ji, const AreaFlows& i, const AreaFlows& j) {
    const auto part = [](double flow, double residents, double workers) {
        return residents * workers > 0.0 ? flow * flow / (residents * workers) : 0.0;
    };
    return part(flow_ij, i.residents, j.workers) + part(flow_ji, j.residents, i.workers);  // (S3)
}

}  // namespace ecumene::structure
