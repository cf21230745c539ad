// The list behind CentreAssumptions: what each number is, its unit, its range and its ground.
#include "structure/centres/alternatives.hpp"

namespace ecumene::structure {

const std::vector<Assumption>& assumptions() {
    using A = CentreAssumptions;
    static const std::vector<Assumption> list{
        {"people_move", &A::people_move, "1", 0.5, 1.5,
            {"share of a unit's people that policy may add to or take from the trend by the horizon",
                "목표연도까지 정책으로 추세보다 늘리거나 줄일 수 있는 인구 비율"},
            "assumed"},
        {"jobs_move", &A::jobs_move, "1", 1, 1, {"the same of jobs", "일자리의 같은 비율"}, "assumed"},
        {"trips_local", &A::trips_local, "trip/(person year)", 0.7, 1.3,
            {"one-way trips to local centres", "생활거점 통행(편도)"}, "assumed"},
        {"trips_sub", &A::trips_sub, "trip/(person year)", 0.5, 2.0,
            {"one-way trips to sub-centres", "부거점 통행(편도)"}, "assumed"},
        {"trips_core", &A::trips_core, "trip/(person year)", 0.5, 2.0,
            {"one-way trips to the core", "핵심거점 통행(편도)"}, "assumed"},
        {"trips_work", &A::trips_work, "trip/(person year)", 0.9, 1.1,
            {"one-way trips of a worker to work", "취업자 통근 통행(편도)"}, "assumed: 240 days, there and back"},
        {"reach_local", &A::reach_local, "min", 1, 1, {"reach of a local centre", "생활거점 도달시간"}, "assumed"},
        {"reach_sub", &A::reach_sub, "min", 1, 1, {"reach of a sub-centre", "부거점 도달시간"}, "assumed"},
        {"reach_core", &A::reach_core, "min", 1, 1, {"reach of a core", "핵심거점 도달시간"}, "assumed"},
        {"least_local", &A::least_local, "person", 1, 1, {"least people of a local centre", "생활거점 최소 인구"}, "assumed"},
        {"least_sub", &A::least_sub, "person", 1, 1, {"least people of a sub-centre", "부거점 최소 인구"}, "assumed"},
        {"least_core", &A::least_core, "person", 1, 1, {"least people of a core", "핵심거점 최소 인구"}, "assumed"},
        {"site_local", &A::site_local, "MKRW/year", 1, 1, {"cost of keeping a local centre", "생활거점 유지비"}, "assumed"},
        {"site_sub", &A::site_sub, "MKRW/year", 1, 1, {"cost of keeping a sub-centre", "부거점 유지비"}, "assumed"},
        {"site_core", &A::site_core, "MKRW/year", 1, 1, {"cost of keeping a core", "핵심거점 유지비"}, "assumed"},
        {"detour", &A::detour, "1", 0.9, 1.15, {"way over straight line", "우회 계수"}, "assumed"},
        {"speed", &A::speed, "km/h", 0.75, 1.35, {"speed on the way", "이동 속도"}, "assumed"},
        {"access_minutes", &A::access_minutes, "min", 1, 1, {"time before and after a way", "접근 시간"}, "assumed"},
        {"settled_share", &A::settled_share, "1", 0.5, 2.0,
            {"share of a unit that is settled: sets the ways within it", "시군구 가운데 시가지 비율 (내부 거리)"}, "assumed"},
        {"way_to_work", &A::way_to_work, "km", 0.8, 1.3, {"mean way to work, one way", "평균 통근거리(편도)"},
            "Statistics Korea 2024: 17.3 km there and back"},
        {"commuting_excess", &A::commuting_excess, "1", 1, 1,
            {"commuting over the least possible, in the choice only", "최소 통근 대비 초과율 (선택에만 쓰임)"}, "assumed"},
        {"car_carbon", &A::car_carbon, "gCO2eq/(person km)", 0.7, 1.3, {"emission of cars", "승용차 배출"}, "assumed"},
        {"bus_carbon", &A::bus_carbon, "gCO2eq/(person km)", 0.7, 1.3, {"emission of buses", "버스 배출"}, "assumed"},
        {"rail_carbon", &A::rail_carbon, "gCO2eq/(person km)", 0.5, 2.0, {"emission of rail", "철도 배출"}, "assumed"},
        {"car_money", &A::car_money, "KRW/(person km)", 1, 1, {"cost of cars", "승용차 비용"}, "assumed"},
        {"bus_money", &A::bus_money, "KRW/(person km)", 1, 1, {"cost of buses", "버스 비용"}, "assumed"},
        {"rail_money", &A::rail_money, "KRW/(person km)", 1, 1, {"cost of rail", "철도 비용"}, "assumed"},
        {"time_money", &A::time_money, "KRW/h", 1, 1, {"value of time", "시간가치"}, "assumed"},
        {"carbon_price", &A::carbon_price, "KRW/tCO2eq", 1, 1, {"price of carbon in the choice", "탄소 가격"},
            "assumed; the plan's shadow price takes its place when rounds are coupled"},
        {"home_money", &A::home_money, "MKRW/(person year)", 1, 1, {"cost of a new home, a person", "신규 주택 비용"},
            "assumed: 100 MKRW a home, 2.2 people, 5 %, 40 years"},
        {"home_carbon", &A::home_carbon, "tCO2eq/(person year)", 1, 1, {"carbon of building it", "신규 주택 건설 탄소"},
            "assumed: 35 t a home over 40 years"},
        {"job_money", &A::job_money, "MKRW/(job year)", 1, 1, {"cost of a new workplace", "신규 일자리 공간 비용"}, "assumed"},
        {"home_land", &A::home_land, "m2/person", 1, 1, {"land of a new home, a person", "신규 주거 토지"}, "assumed"},
        {"job_land", &A::job_land, "m2/job", 1, 1, {"land of a new workplace", "신규 일자리 토지"}, "assumed"},
        {"land_share", &A::land_share, "1", 1, 1, {"share of a unit that may be built on", "신규 개발 가능 면적 비율"}, "assumed"},
        {"balance", &A::balance, "1", 1, 1, {"how far jobs per person may differ, in -balanced", "균형안의 직주 비율 허용폭"}, "assumed"},
        {"access_gain", &A::access_gain, "1", 1, 1, {"what the worst-off fifth gain, in -access", "접근성안의 하위 20 % 개선율"}, "assumed"},
        {"core_mass", &A::core_mass, "job", 1, 1, {"jobs within half an hour that make a core today", "현재 핵심거점의 30분 내 일자리"}, "assumed"},
        {"sub_mass", &A::sub_mass, "job", 1, 1, {"the same of a sub-centre", "현재 부거점의 30분 내 일자리"}, "assumed"},
        {"jobs_within", &A::jobs_within, "min", 0.67, 1.33, {"time within which jobs are counted", "일자리 접근 시간"}, "assumed"},
        {"fleet_2050", &A::fleet_2050, "1", 1, 1,
            {"emission of a kilometre in 2050 over today's, for the cumulative figure", "2050년 차량 배출계수 비율 (누적용)"}, "assumed"}};
    return list;
}

}  // namespace ecumene::structure
