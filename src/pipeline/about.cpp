#include "pipeline/about.hpp"

#include "core/version.hpp"
#include "pipeline/sheet.hpp"
#include "solver/solve.hpp"

namespace ecumene::pipeline {

Answer about(const Session& session) {
    Answer answer;
    answer.verb = "version";
    auto solvers = files::Value::list();
    Sheet sheet(session);
    sheet.plain("ecumene " + std::string(version));
    Bilingual label{"Solvers", "풀이기"};
    for (const auto& backend : solver::backends()) {
        solvers.add(files::Value::object()
                        .set("name", backend.name)
                        .set("available", backend.is_available)
                        .set("reason", backend.reason));
        sheet.field(label, backend.is_available ? backend.name
                                                : backend.name + session.in({": not here", ": 없음"}) +
                                                      (backend.reason.empty() ? "" : ", " + backend.reason));
        label = {};
    }
    const auto names = bundled_packages(session.places);
    sheet.field({"Data", "자료"}, names.empty()
                                      ? session.in({"no bundled packages were found; ECUMENE_DATA names their folder",
                                            "내장 자료를 찾지 못했습니다. ECUMENE_DATA로 폴더를 지정하십시오"})
                                      : join(names, ", ") + " (" + shown(session.places.data_folder, session) + ")");
    auto packages = files::Value::list();
    for (const auto& name : names) packages.add(name);
    answer.result = files::Value::object()
                        .set("version", version)
                        .set("solvers", std::move(solvers))
                        .set("packages", std::move(packages));
    answer.screen = sheet.text();
    return answer;
}

}  // namespace ecumene::pipeline
