#include "pipeline/studio/run_shelf.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <system_error>

#include "core/error.hpp"
#include "core/text.hpp"
#include "files/csv.hpp"
#include "files/value.hpp"
#include "output/sums.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using files::Value;

constexpr const char* manifest_name = "manifest.json";

// When the manifest was written, in nanoseconds; 0: there is none.
std::int64_t mark_of(const fs::path& folder) {
    struct stat about {};
    if (::stat((folder / manifest_name).c_str(), &about) != 0 || !S_ISREG(about.st_mode)) return 0;
    constexpr std::int64_t nano = 1'000'000'000;
    return static_cast<std::int64_t>(about.st_mtim.tv_sec) * nano + about.st_mtim.tv_nsec;
}

std::string utc_text(std::int64_t nanoseconds) {
    const auto seconds = static_cast<std::time_t>(nanoseconds / 1'000'000'000);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

double number_or_blank(const Value& object, std::string_view key) {
    const auto* found = object.find(key);
    return found != nullptr && found->is_number() ? found->as_number() : blank;
}

void read_manifest(const fs::path& folder, RunCard& card) {
    const auto manifest = files::read_json(folder / manifest_name);
    card.inputs.version = manifest.at("version").as_text();
    card.inputs.package_name = manifest.at("package").at("name").as_text();
    card.inputs.package_digest = manifest.at("package").at("digest").as_text();
    card.inputs.scenario = manifest.at("scenario").at("name").as_text();
    card.inputs.scenario_text = manifest.at("scenario").at("text").as_text();
    card.is_myopic = manifest.at("scenario").at("foresight").as_text() == "myopic";
    for (const auto& year : manifest.at("scenario").at("years").items())
        card.years.push_back(static_cast<int>(year.as_integer()));
    for (const auto& region : manifest.at("regions").items()) card.inputs.regions.push_back(region.as_text());
}

void read_last_year(const fs::path& folder, RunCard& card) {
    const auto file = folder / "tables" / "summary.csv";
    std::error_code ignored;
    if (!fs::exists(file, ignored)) return;
    const auto summary = files::read_frame(file, "summary");
    if (summary.rows() == 0) return;
    card.last_net_emissions = output::number_at(summary, summary.rows() - 1, "net_emissions");
    card.last_cost = output::number_at(summary, summary.rows() - 1, "cost");
}

}  // namespace

bool is_run_id(const std::string& text) {
    constexpr std::size_t length = 12;
    return text.size() == length && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

const Frame* ShelvedRun::table(const std::string& name) const {
    for (const auto& table : record.plan.tables)
        if (table.name() == name) return &table;
    return nullptr;
}

RunCard RunShelf::card_of(const fs::path& folder) const {
    RunCard card;
    card.id = folder.filename().string();
    card.folder = folder;
    read_manifest(folder, card);
    const auto plan = files::read_json(folder / "plan.json");
    card.outcome = plan.at("outcome").as_text();
    card.objective = number_or_blank(plan, "objective");
    read_last_year(folder, card);
    std::error_code ignored;
    if (fs::exists(folder / "timing.json", ignored))
        card.seconds = number_or_blank(files::read_json(folder / "timing.json"), "total_seconds");
    card.made = utc_text(mark_of(folder));
    return card;
}

std::vector<RunCard> RunShelf::cards() const {
    std::vector<Marked> found;
    std::error_code failure;
    for (fs::directory_iterator at(project_.runs(), failure), end; !failure && at != end; at.increment(failure)) {
        const auto id = at->path().filename().string();
        const auto mark = is_run_id(id) ? mark_of(at->path()) : 0;
        if (mark == 0) continue;
        const std::lock_guard lock(mutex_);
        auto& kept = cards_[id];
        if (kept.mark != mark) {
            try {
                kept = {mark, card_of(at->path())};
            } catch (const Error&) {
                cards_.erase(id);  // changed by hand: no run of ours
                continue;
            }
        }
        found.push_back(kept);
    }
    std::sort(found.begin(), found.end(),
        [](const Marked& a, const Marked& b) { return a.mark != b.mark ? a.mark > b.mark : a.card.id < b.card.id; });
    std::vector<RunCard> cards;
    for (auto& each : found) cards.push_back(std::move(each.card));
    return cards;
}

std::shared_ptr<const ShelvedRun> RunShelf::run(const std::string& id) const {
    const auto folder = project_.runs() / id;
    const auto mark = is_run_id(id) ? mark_of(folder) : 0;
    if (mark == 0) throw WrongUse(compose("there is no run '{}'", {id}), "the list of runs names those there are");
    {
        const std::lock_guard lock(mutex_);
        const auto at = std::find_if(runs_.begin(), runs_.end(),
            [&](const auto& run) { return run->card.id == id && run->card.made == utc_text(mark); });
        if (at != runs_.end()) {
            runs_.splice(runs_.begin(), runs_, at);
            return runs_.front();
        }
    }
    auto read = std::make_shared<ShelvedRun>();
    read->card = card_of(folder);
    read->record = read_run(folder);
    const std::lock_guard lock(mutex_);
    runs_.remove_if([&](const auto& run) { return run->card.id == id; });
    runs_.push_front(read);
    if (runs_.size() > kept_whole) runs_.pop_back();
    return read;
}

}  // namespace ecumene::pipeline
