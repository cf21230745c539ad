// A study of structure on one screen: how many living areas, how well proven, the largest, the methods beside one another.
#pragma once

#include <filesystem>
#include <optional>

#include "pipeline/answer.hpp"
#include "pipeline/structure_input.hpp"
#include "structure/study.hpp"

namespace ecumene::pipeline {

struct MegaregionView {
    structure::MegaregionTest test;
    std::vector<std::string> regions, groups;
    std::vector<Bilingual> region_names, group_names;
};

struct StructureScreen {
    const structure::Study* study{};
    const StructureInput* input{};
    const std::optional<MegaregionView>* megaregions{};
    std::string source{};
    std::filesystem::path report{};
};

std::string structure_screen(const StructureScreen& what, const Session& session);

}  // namespace ecumene::pipeline
