#include "core/findings.hpp"

#include <algorithm>
#include <utility>

#include "core/text.hpp"

namespace ecumene {

std::string describe(const Finding& finding) {
    std::string place = finding.file;
    if (finding.row > 0) place += compose("{}row {}", {place.empty() ? "" : ", ", finding.row});
    if (!finding.column.empty()) place += (place.empty() ? "column " : ", column ") + finding.column;
    std::string line = place.empty() ? finding.message : place + ": " + finding.message;
    if (!finding.remedy.empty()) line += " - " + finding.remedy;
    return line;
}

void Findings::add(Finding finding) {
    all_.push_back(std::move(finding));
}

void Findings::error(Finding finding) {
    finding.severity = Severity::error;
    add(std::move(finding));
}

void Findings::warning(Finding finding) {
    finding.severity = Severity::warning;
    add(std::move(finding));
}

void Findings::note(Finding finding) {
    finding.severity = Severity::note;
    add(std::move(finding));
}

void Findings::append(const Findings& others) {
    all_.insert(all_.end(), others.all_.begin(), others.all_.end());
}

std::size_t Findings::count(Severity severity) const {
    return static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(), [&](const Finding& f) { return f.severity == severity; }));
}

void Findings::raise_if_errors() const {
    if (has_errors()) throw FindingsError(*this);
}

FindingsError::FindingsError(Findings findings)
    : Error(ErrorKind::input, compose("{} error(s) in the input", {findings.count(Severity::error)})),
      findings_(std::move(findings)) {}

}  // namespace ecumene
