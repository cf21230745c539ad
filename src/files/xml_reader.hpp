// Events of an XML text that comes in pieces; a document type declaration ends the reading. Internal to `files`.
//
//     XmlReader reader({.start = [&](std::string_view name, const XmlAttributes& a) { ... }, .text = ..., .end = ...});
//     reader.feed(bytes); ... reader.finish();
//     reader.fault()            // empty, or what is wrong
//
// Names come without their namespace prefix. Entities cannot be declared, so nothing can grow in reading.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ecumene::files {

class XmlAttributes {
public:
    void add(std::string_view name, std::string_view value) { all_.emplace_back(name, value); }
    // Empty where there is none.
    std::string_view operator[](std::string_view name) const {
        for (const auto& [key, value] : all_)
            if (key == name) return value;
        return {};
    }

private:
    std::vector<std::pair<std::string_view, std::string_view>> all_;
};

struct XmlEvents {
    std::function<void(std::string_view, const XmlAttributes&)> start;
    std::function<void(std::string_view)> text;
    std::function<void(std::string_view)> end;
};

class XmlReader {
public:
    explicit XmlReader(XmlEvents events);
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    // False once something is wrong or stop() was called.
    bool feed(std::string_view bytes);
    bool finish();
    // For events: nothing more is wanted.
    void stop();
    const std::string& fault() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ecumene::files
