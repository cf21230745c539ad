#include "pipeline/studio/structure_shelf.hpp"

#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "core/version.hpp"
#include "files/atomic.hpp"
#include "files/value.hpp"
#include "pipeline/centres.hpp"
#include "pipeline/structure.hpp"
#include "pipeline/studio/job.hpp"
#include "pipeline/studio/table_text.hpp"
#include "pipeline/values.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using files::Value;

constexpr std::array<SpatialVerb, 2> verbs{SpatialVerb::structure, SpatialVerb::centres};

const char* verb_name(SpatialVerb verb) {
    return verb == SpatialVerb::structure ? "structure" : "centres";
}

}  // namespace

bool has_units(const Project& project) {
    return project.data()->has("units");
}

// What a study tells while it is made, and that the studio is being closed.
class StructureShelf::Listener final : public Progress {
public:
    Listener(StructureShelf& shelf, Kept& kept) : shelf_(shelf), kept_(kept) {}
    void stage(const Bilingual& name, double expected_seconds) override {
        const std::lock_guard lock(shelf_.mutex_);
        kept_.stage = name;
        kept_.expected_seconds = expected_seconds;
        kept_.share = -1.0;
        kept_.detail.clear();
        kept_.stage_started = utc_now();
    }
    void update(double share, std::string_view detail) override {
        const std::lock_guard lock(shelf_.mutex_);
        kept_.share = share;
        kept_.detail = detail;
    }
    void say(const Bilingual&) override {}
    bool is_cancelled() const override { return shelf_.is_stopping_.load(std::memory_order_relaxed); }

private:
    StructureShelf& shelf_;
    Kept& kept_;
};

StructureShelf::StructureShelf(const Project& project) : project_(project), worker_([this] { work(); }) {}

StructureShelf::~StructureShelf() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    wake_.notify_all();
    worker_.join();
}

StructureShelf::Study StructureShelf::ask(SpatialVerb verb) {
    const auto stamp = project_.stamp();
    const std::lock_guard lock(mutex_);
    auto& kept = of(verb);
    const bool is_busy = kept.state == State::wanted || kept.state == State::being_made;
    if (!is_busy && (kept.state == State::absent || kept.stamp != stamp)) {
        kept = Kept{.stamp = stamp, .json = read_back(verb)};
        kept.state = kept.json.empty() ? State::wanted : State::done;
        wake_.notify_all();
    }
    if (kept.state == State::failed) std::rethrow_exception(kept.failure);
    if (kept.state == State::done) return {true, kept.json};
    return {false, progress_json(verb, kept)};
}

void StructureShelf::work() {
    std::unique_lock lock(mutex_);
    const auto next = [&]() -> const SpatialVerb* {
        for (const auto& verb : verbs)
            if (of(verb).state == State::wanted) return &verb;
        return nullptr;
    };
    while (true) {
        wake_.wait(lock, [&] { return is_stopping_ || next() != nullptr; });
        if (is_stopping_) return;
        const auto verb = *next();
        auto& kept = of(verb);
        kept.state = State::being_made;
        Listener listener(*this, kept);
        lock.unlock();
        std::string json;
        std::exception_ptr failure;
        try {
            json = made(verb, listener);
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        kept.json = std::move(json);
        kept.failure = failure;
        kept.state = failure ? State::failed : State::done;
    }
}

std::string StructureShelf::made(SpatialVerb verb, Progress& progress) const {
    const auto digest = project_.data()->digest();
    auto session = project_.session();
    session.progress = &progress;
    const auto answer = verb == SpatialVerb::structure ? structure({.source = project_.argument()}, session)
                                                       : centres({.package = project_.argument()}, session);
    auto json = pipeline::json(answer, session.language);
    if (answer.status == Status::ok && !is_stopping_) keep(verb, json, digest);
    return json;
}

std::string StructureShelf::progress_json(SpatialVerb verb, const Kept& kept) {
    auto value = Value::object();
    value.set("verb", verb_name(verb)).set("stage", both(kept.stage));
    value.set("share", kept.share < 0.0 ? Value() : Value(kept.share)).set("detail", kept.detail);
    value.set("expected_seconds", kept.expected_seconds);
    value.set("stage_started", kept.stage_started.empty() ? Value() : Value(kept.stage_started));
    return compact_json(value);
}

// --- for the next studio --------------------------------------------------------------------------------------------------

fs::path StructureShelf::file_of(SpatialVerb verb) const {
    return project_.runs() / ("studio-" + project_.package().name + "-" + verb_name(verb) + ".json");
}

std::string StructureShelf::read_back(SpatialVerb verb) const {
    const auto file = file_of(verb);
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) return {};
    try {
        const auto kept = files::read_json(file);
        if (kept.at("version").as_text() != version || kept.at("digest").as_text() != project_.data()->digest())
            return {};
        return kept.at("answer").as_text();
    } catch (const Error&) {  // damaged, or of another program: made again
        return {};
    }
}

// A folder that cannot be written costs the next studio a minute, and this one nothing.
void StructureShelf::keep(SpatialVerb verb, const std::string& json, const std::string& digest) const {
    try {
        std::error_code ignored;
        fs::create_directories(project_.runs(), ignored);
        files::write_json(
            file_of(verb), Value::object().set("version", version).set("digest", digest).set("answer", json));
    } catch (const Error&) {
        return;
    }
}

}  // namespace ecumene::pipeline
