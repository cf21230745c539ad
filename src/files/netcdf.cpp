#include "files/netcdf.hpp"

#include <netcdf.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <string_view>

#include "core/error.hpp"
#include "core/text.hpp"
#include "files/atomic.hpp"

namespace ecumene::files {
namespace {

constexpr std::string_view label_length_suffix = "_name_length";

// An open file; closed on every way out.
class Handle {
public:
    explicit Handle(int id) : id_(id) {}
    ~Handle() {
        if (is_open_) nc_close(id_);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    int id() const { return id_; }
    int close() {
        is_open_ = false;
        return nc_close(id_);
    }

private:
    int id_;
    bool is_open_{true};
};

// Positive codes are the system's errno; negative ones are the library's, which hides a full disk behind "HDF error".
class Writer {
public:
    Writer(const std::filesystem::path& path, const std::filesystem::path& staged, NetcdfOptions options)
        : shown_(path.string()), options_(options), file_(create(staged)) {}

    void write(const NetcdfFile& content) {
        for (const auto& [name, text] : content.attributes) attribute(NC_GLOBAL, name, text);
        for (const auto& dimension : content.dimensions) define(dimension);
        for (const auto& variable : content.variables) define(variable);
        check(nc_enddef(file_.id()));
        for (const auto& dimension : content.dimensions) put_labels(dimension);
        for (std::size_t v = 0; v < content.variables.size(); ++v)
            check(nc_put_var_double(file_.id(), variable_ids_[v], content.variables[v].values.data()));
        check(file_.close());
    }

private:
    struct Axis {
        int id{};
        std::size_t length{};
        int label_variable{-1};
        std::size_t label_length{};
    };

    int create(const std::filesystem::path& staged) {
        int id = 0;
        errno = 0;
        check(nc_create(staged.c_str(), NC_NETCDF4 | NC_CLASSIC_MODEL | NC_CLOBBER, &id));
        return id;
    }

    void check(int status) const {
        if (status == NC_NOERR) return;
        const int code = status > 0 ? status : errno;
        throw Error(code != 0 ? ErrorKind::environment : ErrorKind::io,
            compose(
                "cannot write {}: {}", {shown_, code != 0 ? reason_in_words(code) : std::string(nc_strerror(status))}));
    }

    void attribute(int variable, const std::string& name, const std::string& text) {
        if (!text.empty()) check(nc_put_att_text(file_.id(), variable, name.c_str(), text.size(), text.data()));
    }

    void define(const NetcdfDimension& dimension) {
        auto& axis = axes_[dimension.name];
        axis.length = dimension.length();
        check(nc_def_dim(file_.id(), dimension.name.c_str(), axis.length, &axis.id));
        if (dimension.labels.empty()) return;
        axis.label_length = 1;
        for (const auto& label : dimension.labels) axis.label_length = std::max(axis.label_length, label.size());
        std::array<int, 2> shape{axis.id, 0};
        check(nc_def_dim(
            file_.id(), (dimension.name + std::string(label_length_suffix)).c_str(), axis.label_length, &shape[1]));
        check(nc_def_var(file_.id(), dimension.name.c_str(), NC_CHAR, 2, shape.data(), &axis.label_variable));
        attribute(axis.label_variable, "_Encoding", "utf-8");
    }

    void define(const NetcdfVariable& variable) {
        std::vector<int> shape;
        std::size_t count = 1;
        for (const auto& name : variable.dimensions) {
            const auto axis = axes_.find(name);
            if (axis == axes_.end())
                throw Error(ErrorKind::internal, compose("variable {} has no dimension {}", {variable.name, name}));
            shape.push_back(axis->second.id);
            count *= axis->second.length;
        }
        if (!variable.texts.empty())
            throw Error(ErrorKind::internal, compose("variable {} is of text, which is not written", {variable.name}));
        if (count != variable.values.size())
            throw Error(ErrorKind::internal, compose("variable {} has {} values, its dimensions need {}",
                                                 {variable.name, variable.values.size(), count}));
        const auto type = variable.precision == Precision::float32 ? NC_FLOAT : NC_DOUBLE;
        auto& id = variable_ids_.emplace_back();
        check(nc_def_var(file_.id(), variable.name.c_str(), type, static_cast<int>(shape.size()), shape.data(), &id));
        if (options_.deflate > 0 && !shape.empty()) check(nc_def_var_deflate(file_.id(), id, 1, 1, options_.deflate));
        attribute(id, "units", variable.unit);
        attribute(id, "long_name", variable.long_name);
    }

    void put_labels(const NetcdfDimension& dimension) {
        const auto& axis = axes_.at(dimension.name);
        if (axis.label_variable < 0) return;
        std::string block;
        for (const auto& label : dimension.labels) {
            block += label;
            block.append(axis.label_length - label.size(), '\0');
        }
        check(nc_put_var_text(file_.id(), axis.label_variable, block.data()));
    }

    std::string shown_;
    NetcdfOptions options_;
    Handle file_;
    std::map<std::string, Axis> axes_;
    std::vector<int> variable_ids_;
};

// Texts the library hands out, given back to it on every way out.
class Strings {
public:
    explicit Strings(std::size_t count) : texts_(count, nullptr) {}
    ~Strings() { nc_free_string(texts_.size(), texts_.data()); }
    Strings(const Strings&) = delete;
    Strings& operator=(const Strings&) = delete;

    char** data() { return texts_.data(); }
    std::string text(std::size_t at) const { return texts_[at] == nullptr ? std::string{} : std::string(texts_[at]); }

private:
    std::vector<char*> texts_;
};

class Reader {
public:
    Reader(const std::filesystem::path& path, std::size_t most_values)
        : shown_(path.string()), most_values_(most_values), file_(open(path)) {}

    NetcdfFile read() {
        NetcdfFile content;
        int dimensions = 0, variables = 0, attributes = 0;
        check(nc_inq(file_.id(), &dimensions, &variables, &attributes, nullptr));
        for (int a = 0; a < attributes; ++a) read_attribute(a, content);
        for (int d = 0; d < dimensions; ++d) read_dimension(d);
        for (int v = 0; v < variables; ++v) read_variable(v, content);
        for (auto& dimension : all_) {
            // The length of labels is a matter of the file, not of the content.
            const bool is_of_labels = std::any_of(content_labels_.begin(), content_labels_.end(),
                [&](const std::string& name) { return dimension.name == name + std::string(label_length_suffix); });
            if (!is_of_labels) content.dimensions.push_back(std::move(dimension));
        }
        return content;
    }

private:
    int open(const std::filesystem::path& path) {
        int id = 0;
        check(nc_open(path.c_str(), NC_NOWRITE, &id));
        return id;
    }

    void check(int status) const {
        if (status != NC_NOERR)
            throw Error(ErrorKind::input, compose("cannot read {}: {}", {shown_, nc_strerror(status)}));
    }

    std::string text_attribute(int variable, const char* name) const {
        nc_type type = 0;
        std::size_t length = 0;
        constexpr std::size_t longest = 1'000'000;
        if (nc_inq_att(file_.id(), variable, name, &type, &length) != NC_NOERR || length > longest) return {};
        if (type == NC_CHAR) {
            std::string text(length, '\0');
            check(nc_get_att_text(file_.id(), variable, name, text.data()));
            return text;
        }
        if (length != 1) return {};
        if (type == NC_STRING) {
            Strings one(1);
            check(nc_get_att_string(file_.id(), variable, name, one.data()));
            return one.text(0);
        }
        double number = 0.0;
        return nc_get_att_double(file_.id(), variable, name, &number) == NC_NOERR ? shortest(number) : std::string{};
    }

    void read_attribute(int number, NetcdfFile& content) const {
        std::array<char, NC_MAX_NAME + 1> name{};
        check(nc_inq_attname(file_.id(), NC_GLOBAL, number, name.data()));
        content.attributes.emplace_back(name.data(), text_attribute(NC_GLOBAL, name.data()));
    }

    void read_dimension(int id) {
        std::array<char, NC_MAX_NAME + 1> name{};
        std::size_t length = 0;
        check(nc_inq_dim(file_.id(), id, name.data(), &length));
        all_.push_back({.name = name.data(), .labels = {}, .size = length});
    }

    void read_variable(int id, NetcdfFile& content) {
        std::array<char, NC_MAX_NAME + 1> name{};
        nc_type type = 0;
        int rank = 0;
        check(nc_inq_var(file_.id(), id, name.data(), &type, &rank, nullptr, nullptr));
        std::vector<int> shape(static_cast<std::size_t>(rank));
        check(nc_inq_vardimid(file_.id(), id, shape.data()));
        const bool is_letters = type == NC_CHAR && rank == 2;
        if (is_letters || (type == NC_STRING && rank == 1)) {
            auto texts = is_letters ? read_letters(id, shape) : read_strings(id, shape);
            keep_texts(name.data(), shape[0], is_letters, std::move(texts), content);
        } else if (is_number(type)) {
            content.variables.push_back(read_numbers(id, name.data(), type, shape));
        }
    }

    static bool is_number(nc_type type) { return type != NC_CHAR && type >= NC_BYTE && type <= NC_UINT64; }

    // A text variable of its dimension's name holds the labels.
    void keep_texts(
        const std::string& name, int along, bool is_letters, std::vector<std::string> texts, NetcdfFile& content) {
        auto& dimension = all_[static_cast<std::size_t>(along)];
        if (dimension.name == name) {
            dimension.labels = std::move(texts);
            if (is_letters) content_labels_.push_back(name);
        } else {
            content.variables.push_back({.name = name, .dimensions = {dimension.name}, .texts = std::move(texts)});
        }
    }

    std::size_t count_of(const std::vector<int>& shape) const {
        std::size_t count = 1;
        for (const int dimension : shape) {
            const auto length = all_.at(static_cast<std::size_t>(dimension)).length();
            if (length != 0 && count > most_values_ / length)
                throw Error(ErrorKind::input,
                    compose("cannot read {}: a variable has more than {} values", {shown_, most_values_}));
            count *= length;
        }
        return count;
    }

    std::vector<std::string> read_letters(int id, const std::vector<int>& shape) const {
        std::string block(count_of(shape), '\0');
        check(nc_get_var_text(file_.id(), id, block.data()));
        const auto rows = all_[static_cast<std::size_t>(shape[0])].length();
        const auto width = all_[static_cast<std::size_t>(shape[1])].length();
        std::vector<std::string> texts;
        for (std::size_t at = 0; at < rows; ++at) {
            const auto cell = std::string_view(block).substr(at * width, width);
            texts.emplace_back(cell.substr(0, cell.find('\0')));
        }
        return texts;
    }

    std::vector<std::string> read_strings(int id, const std::vector<int>& shape) const {
        Strings read(count_of(shape));
        std::vector<std::string> texts(count_of(shape));
        if (texts.empty()) return texts;
        check(nc_get_var_string(file_.id(), id, read.data()));
        for (std::size_t at = 0; at < texts.size(); ++at) texts[at] = read.text(at);
        return texts;
    }

    NetcdfVariable read_numbers(int id, const char* name, nc_type type, const std::vector<int>& shape) const {
        NetcdfVariable variable{.name = name,
            .unit = text_attribute(id, "units"),
            .long_name = text_attribute(id, "long_name"),
            .dimensions = {},
            .values = std::vector<double>(count_of(shape)),
            .precision = type == NC_FLOAT ? Precision::float32 : Precision::float64};
        for (const int dimension : shape) variable.dimensions.push_back(all_[static_cast<std::size_t>(dimension)].name);
        if (!variable.values.empty()) check(nc_get_var_double(file_.id(), id, variable.values.data()));
        return variable;
    }

    std::string shown_;
    std::size_t most_values_;
    Handle file_;
    std::vector<NetcdfDimension> all_;
    std::vector<std::string> content_labels_;
};

}  // namespace

void write_netcdf(const std::filesystem::path& path, const NetcdfFile& file, NetcdfOptions options) {
    StagedFile staged(path);
    Writer(path, staged.path(), options).write(file);
    staged.commit();
}

NetcdfFile read_netcdf(const std::filesystem::path& path, std::size_t most_values) {
    return Reader(path, most_values).read();
}

}  // namespace ecumene::files
