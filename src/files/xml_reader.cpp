#include "files/xml_reader.hpp"

#include <expat.h>

#include <exception>

namespace ecumene::files {

struct XmlReader::State {
    XML_Parser parser{};
    XmlEvents events;
    std::string fault;
    bool is_stopped{};
    std::exception_ptr thrown;  // no exception may pass through the library

    void stop(std::string why) {
        if (fault.empty()) fault = std::move(why);
        is_stopped = true;
        XML_StopParser(parser, XML_FALSE);
    }

    template <class Work>
    void guarded(Work work) {
        if (is_stopped) return;
        try {
            work();
        } catch (...) {
            thrown = std::current_exception();
            stop("the reading was broken off");
        }
    }
};

namespace {

std::string_view local(const char* name) {
    const std::string_view whole(name);
    const auto colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

}  // namespace

XmlReader::XmlReader(XmlEvents events) : state_(std::make_unique<State>()) {
    state_->events = std::move(events);
    state_->parser = XML_ParserCreate(nullptr);
    XML_SetUserData(state_->parser, state_.get());
    XML_SetElementHandler(
        state_->parser,
        [](void* user, const char* name, const char** attributes) {
            auto& state = *static_cast<State*>(user);
            state.guarded([&] {
                XmlAttributes all;
                for (const char** at = attributes; *at != nullptr; at += 2) all.add(local(at[0]), at[1]);
                state.events.start(local(name), all);
            });
        },
        [](void* user, const char* name) {
            auto& state = *static_cast<State*>(user);
            state.guarded([&] { state.events.end(local(name)); });
        });
    XML_SetCharacterDataHandler(state_->parser, [](void* user, const char* text, int length) {
        auto& state = *static_cast<State*>(user);
        state.guarded([&] { state.events.text({text, static_cast<std::size_t>(length)}); });
    });
    XML_SetStartDoctypeDeclHandler(state_->parser, [](void* user, const char*, const char*, const char*, int) {
        static_cast<State*>(user)->stop("it declares a document type, which no spreadsheet does");
    });
}

XmlReader::~XmlReader() {
    XML_ParserFree(state_->parser);
}

bool XmlReader::feed(std::string_view bytes) {
    if (state_->is_stopped || !state_->fault.empty()) return false;
    const auto result = XML_Parse(state_->parser, bytes.data(), static_cast<int>(bytes.size()), XML_FALSE);
    if (state_->thrown) std::rethrow_exception(state_->thrown);
    if (result == XML_STATUS_OK) return true;
    if (!state_->is_stopped) state_->fault = XML_ErrorString(XML_GetErrorCode(state_->parser));
    return false;
}

bool XmlReader::finish() {
    if (state_->is_stopped || !state_->fault.empty()) return false;
    const auto result = XML_Parse(state_->parser, "", 0, XML_TRUE);
    if (state_->thrown) std::rethrow_exception(state_->thrown);
    if (result == XML_STATUS_OK) return true;
    if (!state_->is_stopped) state_->fault = XML_ErrorString(XML_GetErrorCode(state_->parser));
    return false;
}

void XmlReader::stop() {
    state_->is_stopped = true;
    XML_StopParser(state_->parser, XML_FALSE);
}

const std::string& XmlReader::fault() const {
    return state_->fault;
}

}  // namespace ecumene::files
