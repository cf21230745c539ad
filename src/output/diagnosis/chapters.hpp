// The diagnosis report's chapters: what there is, where, on which ledger, why it moved, how unequal, what follows, how sure.
// Each says what the package lacks where it has no figures; one without anything to say is empty.
#pragma once

#include "output/diagnosis/chapter.hpp"
#include "output/diagnosis/view.hpp"

namespace ecumene::output {

Chapter result_chapter(const DiagnosisView& view);
Chapter places_chapter(const DiagnosisView& view);
Chapter ledgers_chapter(const DiagnosisView& view);
Chapter sectors_chapter(const DiagnosisView& view);
Chapter movement_chapter(const DiagnosisView& view);
Chapter industries_chapter(const DiagnosisView& view);
Chapter inequality_chapter(const DiagnosisView& view);
Chapter conditions_chapter(const DiagnosisView& view);
Chapter typology_chapter(const DiagnosisView& view);
Chapter paper_chapter(const DiagnosisView& view);
Chapter unlock_chapter(const DiagnosisView& view);
Chapter basis_chapter(const DiagnosisView& view);

}  // namespace ecumene::output
