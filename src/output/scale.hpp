// From values to places on paper: linear scales, axes with round ticks, classes for shading.
//
//     const Axis axis = nice_axis(0, 187, 5);          // 0 50 100 150 200
//     Scale y(axis.low, axis.high, 200, 20);           // value -> pixel
//     y(50) == 155
#pragma once

#include <string>
#include <vector>

namespace ecumene::output {

class Scale {
public:
    Scale(double low, double high, double from, double to) : low_(low), high_(high), from_(from), to_(to) {}
    double operator()(double value) const {
        return high_ == low_ ? from_ : from_ + (value - low_) / (high_ - low_) * (to_ - from_);
    }

private:
    double low_, high_, from_, to_;
};

struct Axis {
    double low{}, high{};
    std::vector<double> ticks;
    int decimals{};  // enough to tell the ticks apart
};

// An axis that holds both ends (and zero), with about `count` steps of 1, 2, 2.5 or 5 times a power of ten.
Axis nice_axis(double low, double high, int count);

// Upper ends of `count` classes of round width that hold the values; the last end is at or above the greatest.
std::vector<double> round_classes(double greatest, int count);
// Which class a value falls into, 0 .. ends.size() - 1.
std::size_t class_of(double value, const std::vector<double>& ends);

// Decimals with which figures of this greatest size are printed: 0 from 100, 1 from 10, else 2; none for whole numbers.
int decimals_for(double greatest);
// "12.3" with thin rounding noise removed; at most one decimal, for coordinates.
std::string px(double value);

}  // namespace ecumene::output
