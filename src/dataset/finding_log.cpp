#include "dataset/finding_log.hpp"

#include "core/text.hpp"

namespace ecumene::dataset {
namespace {

constexpr std::size_t listed_of_one_kind = 50;

Finding made(Severity severity, Place place, std::string code, std::string message, std::string remedy) {
    return {severity, std::move(code), std::move(place.file), place.row, std::move(place.column), std::move(message),
        std::move(remedy)};
}

void shorten(std::string& text) {
    constexpr std::size_t longest = 600;
    if (text.size() <= longest) return;
    auto end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text.resize(end);
    text += " ...";
}

}  // namespace

void FindingLog::error(Place place, std::string code, std::string message, std::string remedy) {
    add(made(Severity::error, std::move(place), std::move(code), std::move(message), std::move(remedy)));
}

void FindingLog::warning(Place place, std::string code, std::string message, std::string remedy) {
    add(made(Severity::warning, std::move(place), std::move(code), std::move(message), std::move(remedy)));
}

void FindingLog::note(Place place, std::string code, std::string message, std::string remedy) {
    add(made(Severity::note, std::move(place), std::move(code), std::move(message), std::move(remedy)));
}

void FindingLog::append(const Findings& others) {
    for (const auto& finding : others.all()) add(finding);
}

bool FindingLog::would_list(const std::string& code, const std::string& file) const {
    const auto counted = kept_of_.find({code, file});
    return counted == kept_of_.end() || counted->second < listed_of_one_kind;
}

void FindingLog::add(Finding finding) {
    shorten(finding.message);
    shorten(finding.remedy);
    shorten(finding.column);
    const std::pair key{finding.code, finding.file};
    if (++kept_of_[key] <= listed_of_one_kind) {
        kept_.add(std::move(finding));
        return;
    }
    auto& rest = left_out_[key];
    if (rest.count++ == 0) rest.first_row = finding.row;
    // An error that was left out must still stop the package.
    if (finding.severity > rest.severity || rest.count == 1) rest.severity = finding.severity;
}

Findings FindingLog::finish() {
    for (const auto& [key, rest] : left_out_)
        kept_.add(made(rest.severity, {key.second, rest.first_row}, key.first,
            compose("and {} more like these", {grouped(static_cast<double>(rest.count))}), {}));
    left_out_.clear();
    kept_of_.clear();
    return std::exchange(kept_, {});
}

}  // namespace ecumene::dataset
