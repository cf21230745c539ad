#include "pipeline/studio/problem.hpp"

#include <new>

#include "files/value.hpp"
#include "pipeline/answer.hpp"
#include "pipeline/values.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;

// Sentences of the program that there is one language of so far.
Bilingual same(const std::string& text) {
    return {text, text};
}

Problem fault(const std::string& what) {
    return {.word = "fault",
        .status = 500,
        .title = {"The program could not do this", "프로그램이 처리하지 못했습니다"},
        .detail = same(what)};
}

Problem of_findings(const Findings& findings) {
    return {.word = "invalid",
        .status = 422,
        .title = {"This cannot be used as it stands", "이대로는 쓸 수 없습니다"},
        .detail = {compose("{} thing(s) have to be mended", {findings.count(Severity::error)}),
            compose("고칠 곳이 {}군데 있습니다", {findings.count(Severity::error)})},
        .findings = findings};
}

Problem of_wrong_use(const WrongUse& wrong, Asked asked) {
    const bool is_read = asked == Asked::to_read;
    return {.word = is_read ? "not-found" : "invalid",
        .status = is_read ? 404 : 422,
        .title = is_read ? Bilingual{"There is no such thing", "찾을 수 없습니다"}
                         : Bilingual{"This cannot be done", "할 수 없습니다"},
        .detail = same(wrong.message()),
        .remedy = same(wrong.remedy())};
}

}  // namespace

Problem problem_of(std::exception_ptr thrown, Asked asked) {
    try {
        std::rethrow_exception(std::move(thrown));
    } catch (const Refusal& refusal) {
        return refusal.problem();
    } catch (const WrongUse& wrong) {
        return of_wrong_use(wrong, asked);
    } catch (const FindingsError& error) {
        return of_findings(error.findings());
    } catch (const Error& error) {
        return fault(error.explain());
    } catch (const std::bad_alloc&) {
        return fault("there is not enough memory");
    } catch (const std::exception& error) {
        return fault(error.what());
    }
}

std::string problem_json(const Problem& problem, Language language) {
    auto value = Value::object();
    value.set("type", "urn:ecumene:problem:" + problem.word).set("title", problem.title.in(language));
    value.set("status", problem.status).set("detail", problem.detail.in(language));
    value.set("remedy", problem.remedy.in(language));
    value.set("both", Value::object()
                          .set("title", both(problem.title))
                          .set("detail", both(problem.detail))
                          .set("remedy", both(problem.remedy)));
    if (!problem.findings.all().empty()) value.set("findings", findings_value(problem.findings));
    return files::json_text(value, files::JsonLayout::one_line);
}

}  // namespace ecumene::pipeline
