#include "output/markup.hpp"

namespace ecumene::output {

std::string escape(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
        }
    }
    return out;
}

namespace {

std::string opening(std::string_view name, Attributes attributes) {
    std::string out = "<";
    out += name;
    for (const auto& [key, value] : attributes) {
        if (value.empty() && key != "hidden" && key != "alt") continue;  // an attribute without a value says nothing
        out += ' ';
        out += key;
        out += "=\"";
        out += escape(value);
        out += '"';
    }
    return out;
}

std::string marked(std::string_view name, const Bilingual& text) {
    if (text.en == text.ko) return escape(text.en);
    return element(name, {{"class", "en"}, {"lang", "en"}}, escape(text.en)) +
           element(name, {{"class", "ko"}, {"lang", "ko"}}, escape(text.ko));
}

}  // namespace

std::string element(std::string_view name, Attributes attributes, std::string_view inner) {
    std::string out = opening(name, attributes);
    out += '>';
    out += inner;
    out += "</";
    out += name;
    out += '>';
    return out;
}

std::string empty_element(std::string_view name, Attributes attributes) {
    return opening(name, attributes) + "/>";
}

std::string words(const Bilingual& text) {
    return marked("span", text);
}

std::string svg_words(const Bilingual& text) {
    return marked("tspan", text);
}

std::string both(const Bilingual& text) {
    return text.en == text.ko ? text.en : text.ko + " · " + text.en;
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~,:;()/+";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        if (plain.find(c) != std::string_view::npos) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
    return out;
}

}  // namespace ecumene::output
