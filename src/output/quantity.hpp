// Figures as people read them: the right unit in each language, and no more digits than mean something.
//
//     amount(12340, Measure::power)            // "12.3 GW", "12.3 GW"
//     amount(152e3, Measure::per_head)         // "152 thousand won", "15.2만 원"
//     plain_number(12340, Measure::power, 1)   // "12.3": the unit stands in the column's title
//
// Values go in canonical units (MW, MWh, tCO2eq, MKRW, KRW, share); a blank comes out as an en dash.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text.hpp"

namespace ecumene::output {

enum class Measure {
    power,                  // MW -> GW
    stored_energy,          // MWh -> GWh
    energy,                 // MWh -> TWh
    link_energy,            // MWh -> GWh
    emissions,              // tCO2eq -> Mt
    money,                  // MKRW -> trillion won, 조 원
    small_money,            // MKRW -> billion won, 억 원
    per_head,               // KRW -> thousand won, 만 원
    price,                  // KRW/kWh
    carbon_price,           // KRW/tCO2eq -> thousand won, 만 원 per tonne
    share,                  // 1 -> %
    mass,                   // t -> kt, 천 t
    emissions_per_head,     // tCO2eq/person
    emissions_per_product,  // tCO2eq/MKRW
    goods,                  // t -> Mt, 백만 톤
    driving,                // Mkm -> billion vehicle-km
    journeys,               // Mpkm -> billion passenger-km
    freight,                // Mtkm -> billion tonne-km
    area,                   // km2
    jobs,                   // person -> thousand, 천 명
};

Bilingual same(const std::string& text);

Bilingual unit_of(Measure measure);
// Of a canonical unit or so much of it a year: "MW", "t/year", "Mkm"; energy where it is none of those known.
Measure measure_of(std::string_view unit);
// The canonical unit, for files that programs read.
std::string canonical_unit(Measure measure);
double scaled(double value, Measure measure, Language language);

Bilingual plain_number(double value, Measure measure, int decimals);
// With its unit; as many decimals as the size calls for.
Bilingual amount(double value, Measure measure);
// With a sign, for differences and net flows.
Bilingual signed_amount(double value, Measure measure);
Bilingual signed_number(double value, Measure measure, int decimals);
// Decimals for a whole column whose greatest value this is.
int column_decimals(double greatest, Measure measure);

// Decimals for figures already in the unit shown; whole from 100 on, one decimal from 10 on, else two.
int decimals_of_column(double greatest);

// Above ten million won a tonne the shadow price of a cap tells that the cap is at the edge of what is possible: it is then
// the value of unserved demand in disguise, not a price.
bool is_edge_price(double krw_per_tonne);

// A figure on an axis, with a true minus.
Bilingual tick_text(double value, int decimals);

// "Seoul, Incheon and Gyeonggi", "서울·인천·경기"
Bilingual listed(const std::vector<Bilingual>& parts);

}  // namespace ecumene::output
