#include "help.hpp"

#include <algorithm>

#include "pipeline/wrong_use.hpp"

namespace ecumene::cli {
namespace {

struct Page {
    std::string verb;
    Bilingual summary;  // one line of the overview
    Bilingual text;     // the whole page
};

const Bilingual& overview_head() {
    static const Bilingual text{R"(ecumene plans carbon-neutral megaregions in which no region is left behind.

  ecumene plan korea              plan the bundled package, end to end
  ecumene diagnose korea          where emissions are and why they moved
  ecumene new honam --from korea --regions honam
                                  a folder of your own to edit

Commands
)",
        R"(ecumene은 어느 지역도 뒤처지지 않는 탄소중립 초광역권을 계획합니다.

  ecumene plan korea              내장 자료로 처음부터 끝까지 계획
  ecumene diagnose korea          배출이 어디에 있고 왜 변했는지
  ecumene new honam --from korea --regions honam
                                  고쳐 쓸 나만의 폴더 만들기

명령
)"};
    return text;
}

const Bilingual& overview_tail() {
    static const Bilingual text{R"(
Everywhere
  --lang ko|en     language (else ECUMENE_LANG, else the locale)
  --json           one JSON document instead of the screen
  --quiet          nothing but errors
  --runs DIR       where run folders go

A package is a folder, or the name of a bundled one (korea). ./korea goes before
the bundled korea. `ecumene help plan` explains one command.
)",
        R"(
어디서나
  --lang ko|en     언어 (없으면 ECUMENE_LANG, 그다음 로캘)
  --json           화면 대신 JSON 문서 하나
  --quiet          오류 말고는 출력하지 않음
  --runs DIR       실행 폴더를 둘 곳

자료는 폴더이거나 내장 자료의 이름(korea)입니다. ./korea가 있으면 내장 자료보다
먼저 씁니다. `ecumene help plan`은 명령 하나를 설명합니다.
)"};
    return text;
}

Page check_page() {
    return {"check", {"what is wrong with a package, and what it allows", "자료의 오류와 할 수 있는 일"},
        {R"(ecumene check PACKAGE

Reads every table and hourly series and names each problem with its file, row,
column and remedy. Then: what the package allows, which table would unlock more,
and how many rows are reported, derived, estimated, modelled or assumed.

  ecumene check korea
  ecumene check my-region --json > findings.json

Ends with 1 if there are errors; warnings alone end with 0.
)",
            R"(ecumene check PACKAGE

모든 표와 시계열을 읽어 문제마다 파일, 행, 열과 고치는 방법을 알려 줍니다.
이어서 이 자료로 할 수 있는 일, 더 필요한 표, 공표·산출·추정·모형·가정 값의
행 수를 보여 줍니다.

  ecumene check korea
  ecumene check my-region --json > findings.json

오류가 있으면 1로 끝납니다. 주의만 있으면 0입니다.
)"}};
}

Page new_page() {
    return {"new", {"start a folder of your own from a package", "자료를 복사해 나만의 폴더 시작"},
        {R"(ecumene new DIR --from korea [--regions LIST]

Copies a package to DIR to edit under git, cut to regions if asked, with a
workbook template.xlsx that explains every table, column and unit.

  --from PACKAGE     what to start from (korea)
  --regions LIST     codes, names or groups: 21,26,38 · Jeonnam,Gwangju · honam

  ecumene new all-korea --from korea
  ecumene new honam --from korea --regions honam

A DIR that is not empty is left alone.
)",
            R"(ecumene new DIR --from korea [--regions 목록]

자료를 DIR로 복사합니다. git으로 관리하며 고칠 수 있고, 일부 지역만 골라낼 수도
있습니다. 모든 표와 열, 단위를 설명하는 template.xlsx가 함께 생깁니다.

  --from PACKAGE     바탕이 될 자료 (korea)
  --regions 목록     코드, 이름, 권역: 21,26,38 · 전남,광주 · honam

  ecumene new all-korea --from korea
  ecumene new honam --from korea --regions 전남,전북,광주

비어 있지 않은 DIR은 건드리지 않습니다.
)"}};
}

Page diagnose_page() {
    return {"diagnose",
        {"where emissions are, why they moved, how unequal they are",
            "배출이 어디에 있고 왜 변했으며 얼마나 불평등한지"},
        {R"(ecumene diagnose PACKAGE [options]

Total, growth, share and per head of every group of regions; where emissions are
released and where their power is used; why they moved (people, product,
intensity), whether they parted from growth, how unequal they are, and what
makes the way to neutrality harder. What the data cannot tell is named, with the
table that would unlock it.

  --groups G           capital, megaregion, another grouping, or region
  --years 2000-2018    first and last year (else all there are)
  --accounting net     with forests and land use (else gross, without)
  --ledger consumption count power where it is used (else production)
  --report DIR         write DIR/report.html, pictures (SVG) and tables (CSV)
  --open               open that report

  ecumene diagnose korea
  ecumene diagnose korea --report korea-diagnosis --open
  ecumene diagnose korea --groups region --years 2010-2018 --accounting net
)",
            R"(ecumene diagnose PACKAGE [옵션]

권역별 총량, 증가율, 비중, 1인당 배출과, 배출된 곳과 그 전력을 쓴 곳의 차이,
변화 요인(인구, 생산, 집약도), 탈동조화, 불평등, 탄소중립을 어렵게 하는 여건을
보여 줍니다. 자료로 알 수 없는 것은 필요한 표와 함께 알려 줍니다.

  --groups G           capital(수도권), megaregion(초광역권), region(지역별) 등
  --years 2000-2018    첫해와 마지막 해 (없으면 자료 전체)
  --accounting net     산림·토지이용 포함 순배출 (없으면 총배출 gross)
  --ledger consumption 전력을 쓴 곳에서 셈 (없으면 배출된 곳 production)
  --report DIR         DIR에 보고서, 그림(SVG), 표(CSV)를 씀
  --open               그 보고서를 엶

  ecumene diagnose korea
  ecumene diagnose korea --report korea-diagnosis --open
  ecumene diagnose korea --groups region --years 2010-2018 --accounting net
)"}};
}

Page centres_page() {
    return {"centres",
        {"which centres and growth save travel carbon and bring access",
            "통행 탄소를 줄이고 접근성을 높이는 거점과 성장"},
        {R"(ecumene centres PACKAGE [options]

Structures the region could grow into by 2050, side by side: trend, one-core,
multi-nuclear, multi-nuclear-access and multi-nuclear-balanced. Tiers of centres
(core, sub-centre, local) and the growth of homes and jobs are chosen by one
mixed-integer programme, with its bound; then all are measured by one yardstick:
travel carbon, minutes of the worst-off fifth, jobs within reach. Assumptions are
listed and varied one at a time.

  --output DIR       write DIR/report.html, tables (CSV), and DIR/package: the
                     package with every structure as a scenario for plan
  --rounds N         up to N rounds: plan the multi-nuclear structure coarsely and
                     choose again at the plan's prices, until nothing is better
  --set NAME=VALUE   change an assumption (their names stand in the report)

  ecumene centres korea
  ecumene centres korea --output korea-centres
  ecumene plan korea-centres/package --scenario multi-nuclear
  ecumene centres korea --set people_move=0.1 --set carbon_price=200000
)",
            R"(ecumene centres PACKAGE [옵션]

2050년까지 지역이 바뀔 수 있는 공간구조를 나란히 보여 줍니다: 추세(trend),
단핵(one-core), 다핵(multi-nuclear), 다핵 접근성 우선(-access), 다핵 균형
(-balanced). 핵심거점·부거점·생활거점과 주거·일자리 성장을 하나의 혼합정수
계획으로 고르고 그 하한을 함께 보고합니다. 모든 구조를 같은 잣대(통행 탄소,
하위 20 % 도달시간, 접근 일자리)로 재며 가정은 모두 밝히고 하나씩 바꿔 봅니다.

  --output DIR       DIR/report.html, 표(CSV), 그리고 각 구조를 plan의 시나리오로
                     담은 DIR/package를 씀
  --rounds N         최대 N회: 다핵 구조를 거칠게 계획하고 그 가격으로 다시 선택,
                     더 나아지지 않을 때까지
  --set 이름=값      가정을 바꿈 (이름은 보고서에 있음)

  ecumene centres korea
  ecumene centres korea --output korea-centres
  ecumene plan korea-centres/package --scenario multi-nuclear
  ecumene centres korea --set people_move=0.1 --set carbon_price=200000
)"}};
}

Page structure_page() {
    return {"structure", {"living areas from flows, proven as far as can be", "흐름으로 본 생활권, 증명된 한계와 함께"},
        {R"(ecumene structure PACKAGE | FLOWS.csv [options]

Divides units (municipalities) into living areas by who commutes where: as many
as keep to themselves what the rule wants, with a proof how many there can be at
most. Beside it the division of the official method, flow merging, Intramax,
commuting zones and communities; how firm borders are, which areas lead, whether
policy's megaregions hold together. Flows are the package's, a table of yours,
or, where nobody counted, modelled and labelled so.

  --flows FILE      a counted table: origin, destination, value
  --units FILE      for a bare flow table: unit, name, population, lat, lon
  --borders FILE    for a bare flow table: unit, neighbour
  --method M        optimal (else), greedy, flow-merging, intramax,
                    commuting-zones, communities, gravity-communities
  --rule uk         3,500 to 25,000 and 75 to 66.7 % (else istat:
                    1,000 to 10,000 and 75 to 60 %)
  --min-size N --target-size N --min-sc S --target-sc S
                    another rule; shares as .6
  --form linear     or hyperbolic
  --contiguous no   areas may lie apart (else they hang together)
  --areas N         so many, for flow-merging and intramax
  --draws N         resampled flows for the firmness of borders (else 20)
  --work N          steps for the proof (else 200000), alike on every machine
  --time-limit S    a safety in seconds; an answer it cuts short says so
  --report DIR      write DIR/report.html, tables (CSV) and a GeoPackage
  --open            open that report

  ecumene structure korea
  ecumene structure korea --flows my-commuting.csv --report out --open
  ecumene structure flows.csv --units units.csv --min-size 1000
)",
            R"(ecumene structure PACKAGE | FLOWS.csv [옵션]

누가 어디로 통근하는지로 시군구를 생활권으로 나눕니다. 기준을 지키는 생활권을
되도록 많이 찾고, 많아야 몇 개인지 증명합니다. 통계청식 방법, 흐름 병합,
Intramax, 통근권, 커뮤니티와 비교하고, 경계가 얼마나 안정한지, 어디가 중심인지,
정책의 초광역권이 실제로 이어지는지 보여 줍니다. 흐름은 자료의 표나 사용자의
표를 쓰고, 관측이 없으면 모형값임을 밝힙니다.

  --flows FILE      관측 표: origin, destination, value
  --units FILE      흐름 표만 있을 때: unit, name, population, lat, lon
  --borders FILE    흐름 표만 있을 때: unit, neighbour
  --method M        optimal(기본), greedy, flow-merging, intramax,
                    commuting-zones, communities, gravity-communities
  --rule uk         3,500~25,000명, 75~66.7% (기본 istat:
                    1,000~10,000명, 75~60%)
  --min-size N --target-size N --min-sc S --target-sc S
                    다른 기준; 비율은 .6처럼
  --form linear     또는 hyperbolic
  --contiguous no   떨어진 생활권도 허용 (기본은 이어진 것만)
  --areas N         flow-merging과 intramax의 생활권 수
  --draws N         경계 안정성을 위한 재표집 횟수 (기본 20)
  --work N          증명에 쓸 계산 단계 (기본 200000), 기계가 달라도 같은 답
  --time-limit S    안전 시간(초); 이로 끊긴 답은 그렇다고 밝힘
  --report DIR      DIR에 보고서, 표(CSV), GeoPackage를 씀
  --open            그 보고서를 엶

  ecumene structure korea
  ecumene structure korea --flows my-commuting.csv --report out --open
  ecumene structure flows.csv --units units.csv --min-size 1000
)"}};
}

Page plan_page() {
    return {"plan",
        {"the least-cost plan that keeps every policy, with its proof", "모든 정책을 지키는 최소 비용 계획과 그 증명"},
        {R"(ecumene plan PACKAGE [options]

What to build, where and when, hour by hour, at least cost, keeping every
policy of the scenario. Writes runs/<key>/ with tables, hours, a proof and a
report. The same inputs are answered from there at once. An interrupted plan
goes on when asked again: after the years it finished, in the middle of a solve.

  --scenario S         of the package's scenarios/ (else its default)
  --region LIST        only these: codes, names or groups, such as honam
  --days N             typical days
  --extreme-days N     extreme days kept beside them
  --step H             hours per step
  --hours full         every hour of the year instead of typical days
  --foresight myopic   year by year (else perfect: all years at once)
  --set key=value      any key of the scenario; may be repeated
  --write-problem F    write the optimisation problem as F, an .mps file
  --solver S           auto, barrier, highs or clp
  --tolerance X        of the proof (1e-6)
  --time-limit SEC     stop after so long
  --fresh              plan again
  --open               open the report when done

  ecumene plan korea
  ecumene plan korea --scenario self-reliance --region honam
  ecumene plan korea --set policies.carbon_cap_values.2050=1e6 --days 12

Ends with 1 when no plan keeps every policy (it names which would have to give
way), 3 when a limit was reached, 130 when cancelled with Ctrl-C.
)",
            R"(ecumene plan PACKAGE [옵션]

시나리오의 모든 정책을 지키면서 무엇을 어디에 언제 지을지, 시간 단위로 최소
비용을 찾습니다. 표, 시간별 결과, 증명, 보고서를 runs/<키>/에 씁니다. 같은
입력은 그 폴더에서 바로 답합니다. 중단된 계산은 같은 명령을 다시
실행하면 끝난 연도 다음부터, 풀이 도중이면 그 도중부터 이어집니다.

  --scenario S         자료의 scenarios/에 있는 이름 (없으면 기본값)
  --region 목록        이 지역만: 코드, 이름, 권역 (예: honam, 전남)
  --days N             대표일 수
  --extreme-days N     함께 두는 극한일 수
  --step H             시간 간격
  --hours full         대표일 대신 1년 모든 시간
  --foresight myopic   해마다 차례로 (없으면 perfect: 모든 해를 한꺼번에)
  --set 키=값          시나리오의 어떤 키든, 여러 번 쓸 수 있음
  --write-problem F    최적화 문제를 .mps 파일 F로 저장
  --solver S           auto, barrier, highs, clp
  --tolerance X        증명의 허용오차 (1e-6)
  --time-limit 초      이 시간이 지나면 멈춤
  --fresh              다시 계산
  --open               끝나면 보고서 열기

  ecumene plan korea
  ecumene plan korea --scenario self-reliance --region 전남,광주
  ecumene plan korea --set policies.carbon_cap_values.2050=1e6 --days 12

모든 정책을 지키는 계획이 없으면 1로 끝나며 무엇을 양보해야 하는지 알려 줍니다.
한도에 이르면 3, Ctrl-C로 멈추면 130으로 끝납니다.
)"}};
}

Page solve_page() {
    return {"solve", {"the optimum of a PyPSA network, with its proof", "PyPSA 계통의 최적해와 그 증명"},
        {R"(ecumene solve NETWORK [options]

NETWORK is a folder of CSV files or a .nc file, as PyPSA writes them. Dispatch
and growth of generators, stores, storage units, lines, links and transformers
at least cost, over snapshots and investment periods, with unit commitment and
global constraints. The objective is PyPSA's; its constant is given beside it.
What the network sets and this program does not build is refused by name.

  --output DIR         write the network with capacities, flows and prices to a
                       new folder DIR, which PyPSA opens
  --solver S           auto, barrier, highs, clp or cbc
  --tolerance X        of the proof, and of the gap with whole numbers (1e-6)
  --time-limit SEC     stop after so long
  --write-problem F    write the optimisation problem as F, an .mps file

  ecumene solve ac-dc-meshed.nc
  ecumene solve my-network --output my-network-solved
  ecumene solve my-network --json > answer.json

Ends with 1 if the network has errors or no dispatch keeps its limits (it names
which would have to give way), 3 when a limit was reached.
)",
            R"(ecumene solve NETWORK [옵션]

NETWORK는 PyPSA가 쓰는 CSV 폴더나 .nc 파일입니다. 발전기, 저장, 선로, 링크,
변압기의 운전과 증설을 시점과 투자 기간에 걸쳐 최소 비용으로 정합니다.
기동정지와 전역 제약도 다룹니다. 목적함수는 PyPSA와 같고 상수는 따로 알려
줍니다. 계통에 있으나 아직 만들지 않은 속성은 이름을 들어 거절합니다.

  --output DIR         용량, 조류, 가격을 담은 계통을 새 폴더 DIR에 씀
                       (PyPSA로 열 수 있음)
  --solver S           auto, barrier, highs, clp, cbc
  --tolerance X        증명의 허용오차이자 정수 문제의 간극 (1e-6)
  --time-limit 초      이 시간이 지나면 멈춤
  --write-problem F    최적화 문제를 .mps 파일 F로 저장

  ecumene solve ac-dc-meshed.nc
  ecumene solve my-network --output my-network-solved
  ecumene solve my-network --json > answer.json

계통에 오류가 있거나 한도를 모두 지키는 운전이 없으면 1로 끝나며 무엇을 양보해야
하는지 알려 줍니다. 한도에 이르면 3으로 끝납니다.
)"}};
}

Page report_page() {
    return {"report", {"write the report of a stored run again", "저장된 실행의 보고서 다시 쓰기"},
        {R"(ecumene report RUN [--lang ko|en] [--output FILE] [--package P] [--open]

RUN is a run folder or the beginning of its name. The report holds both
languages; --lang says which is shown first.

  ecumene report 3f2a --lang en
  ecumene report runs/3f2a91c04b7d --output plan.html
)",
            R"(ecumene report RUN [--lang ko|en] [--output FILE] [--package P] [--open]

RUN은 실행 폴더이거나 그 이름의 앞부분입니다. 보고서에는 두 언어가 모두 들어
있고, --lang은 먼저 보일 언어를 정합니다.

  ecumene report 3f2a --lang ko
  ecumene report runs/3f2a91c04b7d --output plan.html
)"}};
}

Page export_page() {
    return {"export", {"hand a run to other programs, or as plan documents", "다른 프로그램이나 계획 문서로 내보내기"},
        {R"(ecumene export RUN --format iamc|pypsa|plans [--output PATH] [--package P]

Writes to export/ beside the runs folder.

  iamc     model, scenario, region, variable, unit and years, as pyam reads them
  pypsa    the electricity of a plan of typical days as a network, capacities
           and dispatch given, that PyPSA and `ecumene solve` open
  plans    plan documents of the nation and each region, for ecumene lint

  ecumene export 3f2a --format iamc
  ecumene export 3f2a --format pypsa --output my-network
  ecumene export 3f2a --format plans --output plans
)",
            R"(ecumene export RUN --format iamc|pypsa|plans [--output PATH] [--package P]

runs 옆의 export/에 씁니다.

  iamc     모형, 시나리오, 지역, 변수, 단위, 연도 (pyam 형식)
  pypsa    대표일 계획의 전력 부문을 용량과 급전이 주어진 계통으로 써서 PyPSA와
           `ecumene solve`로 열 수 있습니다
  plans    ecumene lint로 검사할 전국과 지역별 계획 문서

  ecumene export 3f2a --format iamc
  ecumene export 3f2a --format pypsa --output my-network
  ecumene export 3f2a --format plans --output plans
)"}};
}

Page lint_page() {
    return {"lint",
        {"whether plan documents agree, and with which rule they do not",
            "계획 문서가 서로 맞는지, 어느 규칙에 어긋나는지"},
        {R"(ecumene lint PLANS… [--date 2027-06-01] [--report FILE] [--sarif FILE]

Reads plan documents of a nation, its provinces and municipalities, rolls them
up and says what does not agree, where, by how much and under which rule. What
the law asks for and what is recommended stand apart; a finding that is accepted
needs a reason (suppressions.csv) and is listed.

PLANS are plan folders, folders of them, or bundled plans. Two versions of one
plan are compared line by line.

  --date DAY         the rules in force on that day (else today)
  --report FILE      write it as HTML, in both languages, with a map
  --sarif FILE       the findings for editors and CI
  --run RUN          where measures fall short: the cheapest of this plan run

  ecumene lint korea-2021 korea-2023
  ecumene lint plans --date 2027-06-01 --json > findings.json

Ends with 1 if there are errors; warnings alone end with 0.
)",
            R"(ecumene lint 계획… [--date 2027-06-01] [--report 파일] [--sarif 파일]

국가, 시·도, 시·군·구의 계획 문서를 읽어 합산하고, 무엇이 어디서 얼마나 어느
규칙에 어긋나는지 알려 줍니다. 법정 사항과 권고 사항을 나누어 보여 주며, 수용한
지적은 사유(suppressions.csv)와 함께 따로 적습니다.

계획은 계획 폴더, 계획 폴더들을 담은 폴더, 내장 계획의 이름입니다. 같은 계획의
두 판은 줄마다 비교합니다.

  --date 날짜        그날 시행 중인 규칙으로 검사 (없으면 오늘)
  --report 파일      두 언어로 된 HTML 보고서를 지도와 함께 씀
  --sarif 파일       편집기와 CI를 위한 결과
  --run 실행         사업이 모자란 곳에 이 계획 실행에서 가장 싼 사업을 찾음

  ecumene lint korea-2021 korea-2023
  ecumene lint plans --date 2027-06-01 --json > findings.json

오류가 있으면 1로 끝납니다. 주의만 있으면 0입니다.
)"}};
}

Page track_page() {
    return {"track", {"a year of a plan against its path, and the inspection pack", "한 해의 이행점검과 점검 꾸러미"},
        {R"(ecumene track PLAN [PLANS…] [--year 2027] [--pack DIR] [--open]

Inventory and indicators of a year against the path of the plan: on it or
behind, by how much, why, what each year that is left must bring, and where the
trend leads. The other plans named are what it is linted against for the pack.

  --year Y           the year (else the last of inventory.csv)
  --pack DIR         write DIR/report.html, workbooks in Korean and English;
                     qualitative-*.xlsx are yours to fill in: written once, then
                     kept; all else in DIR is written anew
  --run RUN          what closes the gap: the cheapest measures of a plan run
  --date DAY         the rules in force on that day (else today)
  --open             open that report

  ecumene track plans/jeonnam plans --year 2027 --pack pack-2027 --open
)",
            R"(ecumene track 계획 [계획…] [--year 2027] [--pack DIR] [--open]

한 해의 배출 실적과 성과지표를 계획 경로와 비교합니다. 계획대로인지 뒤처졌는지,
얼마나 왜 그런지, 남은 해마다 얼마를 줄여야 하는지, 추세가 어디로 가는지 보여
줍니다. 함께 적은 다른 계획은 점검 꾸러미의 정합성 검사에 쓰입니다.

  --year 연도        점검할 해 (없으면 inventory.csv의 마지막 해)
  --pack DIR         DIR에 보고서와 한국어·영어 엑셀 파일을 씀. 직접 채울
                     qualitative-*.xlsx는 한 번만 쓰고 그대로 두며, 나머지는
                     다시 씀
  --run 실행         격차를 메우는 데 가장 싼 사업을 계획 실행에서 찾음
  --date 날짜        그날 시행 중인 규칙으로 검사 (없으면 오늘)
  --open             그 보고서를 엶

  ecumene track plans/jeonnam plans --year 2027 --pack pack-2027 --open
)"}};
}

Page version_page() {
    return {"version", {"which program this is and who solves for it", "프로그램 버전과 풀이기"},
        {"ecumene version\n\nThe version, the solvers that are here, and where the bundled data lies.\n",
            "ecumene version\n\n버전, 쓸 수 있는 풀이기, 내장 자료의 위치를 보여 줍니다.\n"}};
}

Page help_page() {
    return {"help", {"this, or a page about one command", "이 화면, 또는 명령 하나의 설명"},
        {"ecumene help [COMMAND]\n\n  ecumene help plan\n  ecumene help plan --lang ko\n",
            "ecumene help [명령]\n\n  ecumene help plan\n  ecumene help plan --lang en\n"}};
}

Page studio_page() {
    return {"studio",
        {"the plan in a browser: look, change, run, compare", "브라우저에서 보고 고치고 계산하고 비교하기"},
        {R"(ecumene studio [PACKAGE] [--port N] [--no-open]

Opens the package (else korea) in a browser: where emissions are, what the plan
builds, who pays, where each figure comes from. A scenario can be changed, run
and set beside another. No internet is needed, and nothing leaves this machine.

Runs are those of `ecumene plan` (runs/); scenarios saved for a bundled package
go to scenarios/<package>/, where `ecumene plan` finds them too. A plan that is
running when the studio ends is kept and goes on when the studio starts again.

  --port N           of this machine (else 8787, or the next free one)
  --no-open          print the address, open no browser
  --bundle DIR       pages from there (else those that ./dev studio built)

  ecumene studio
  ecumene studio my-region --lang ko

Only this machine can reach it, and only the printed address may change anything.
Ctrl-C ends it.
)",
            R"(ecumene studio [PACKAGE] [--port N] [--no-open]

자료(없으면 korea)를 브라우저로 엽니다. 배출이 어디에 있는지, 무엇을 짓는지, 누가
부담하는지, 수치가 어디서 왔는지 봅니다. 시나리오를 고쳐 계산하고 다른 것과
나란히 비교합니다. 인터넷이 필요 없고 이 컴퓨터 밖으로 나가는 것도 없습니다.

실행은 `ecumene plan`의 것(runs/)입니다. 내장 자료에 저장한 시나리오는
scenarios/<자료>/에 놓이며 `ecumene plan`도 찾습니다. 스튜디오를 끌 때 계산하던
것은 보관했다가 다시 켜면 이어집니다.

  --port N           이 컴퓨터의 포트 (없으면 8787, 또는 그다음 빈 것)
  --no-open          주소만 알려 주고 브라우저는 열지 않음
  --bundle DIR       그 폴더의 화면 파일 (없으면 ./dev studio가 만든 것)

  ecumene studio
  ecumene studio my-region --lang ko

이 컴퓨터에서만 열 수 있고, 알려 준 주소로 연 화면에서만 고칠 수 있습니다.
Ctrl-C로 끝냅니다.
)"}};
}

const std::vector<Page>& pages() {
    static const std::vector<Page> all{check_page(), new_page(), diagnose_page(), structure_page(), centres_page(),
        plan_page(), solve_page(), report_page(), export_page(), lint_page(), track_page(), studio_page(),
        version_page(), help_page()};
    return all;
}

std::string overview(Language language) {
    constexpr std::size_t column = 12;
    std::string text = overview_head().in(language);
    for (const auto& page : pages())
        text += "  " + page.verb + std::string(column - page.verb.size(), ' ') + page.summary.in(language) + "\n";
    return text + overview_tail().in(language);
}

}  // namespace

std::vector<std::string> verb_names() {
    std::vector<std::string> names;
    for (const auto& page : pages()) names.push_back(page.verb);
    return names;
}

std::string help_text(const std::string& verb, Language language) {
    if (verb.empty()) return overview(language);
    for (const auto& page : pages())
        if (page.verb == verb) return page.text.in(language);
    const auto meant = did_you_mean(verb, verb_names());
    throw pipeline::WrongUse(
        "there is no command '" + verb + "'", meant.empty() ? "the commands are " + join(verb_names(), ", ") : meant);
}

}  // namespace ecumene::cli
