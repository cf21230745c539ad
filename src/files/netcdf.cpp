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
        if (nc_inq_att(file_.id(), variable, name, &type, &length) != NC_NOERR || type != NC_CHAR || length > longest)
            return {};
        std::string text(length, '\0');
        check(nc_get_att_text(file_.id(), variable, name, text.data()));
        return text;
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
        if (type == NC_CHAR && rank == 2)
            read_labels(id, shape);
        else if (type == NC_FLOAT || type == NC_DOUBLE)
            content.variables.push_back(read_numbers(id, name.data(), type, shape));
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

    void read_labels(int id, const std::vector<int>& shape) {
        std::string block(count_of(shape), '\0');
        check(nc_get_var_text(file_.id(), id, block.data()));
        auto& dimension = all_[static_cast<std::size_t>(shape[0])];
        const auto width = all_[static_cast<std::size_t>(shape[1])].length();
        for (std::size_t at = 0; at < dimension.size; ++at) {
            const auto cell = std::string_view(block).substr(at * width, width);
            dimension.labels.emplace_back(cell.substr(0, cell.find('\0')));
        }
        content_labels_.push_back(dimension.name);
    }

    NetcdfVariable read_numbers(int id, const char* name, nc_type type, const std::vector<int>& shape) const {
        NetcdfVariable variable{.name = name,
            .unit = text_attribute(id, "units"),
            .long_name = text_attribute(id, "long_name"),
            .dimensions = {},
            .values = std::vector<double>(count_of(shape)),
            .precision = type == NC_FLOAT ? Precision::float32 : Precision::float64};
        for (const int dimension : shape) variable.dimensions.push_back(all_[static_cast<std::size_t>(dimension)].name);
        check(nc_get_var_double(file_.id(), id, variable.values.data()));
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
