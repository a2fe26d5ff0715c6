package ru.nms.diagnostics.comparison;

/// Student's t distribution, by the finite series for whole degrees of freedom (Abramowitz and Stegun, Handbook of
/// Mathematical Functions, 26.7.3 and 26.7.4).
final class StudentT {

    private static final double LARGEST = 1e4;
    private static final int HALVINGS = 80;

    private StudentT() {}

    /// The value below which the share `p` lies, for `p` above one half.
    static double quantile(double p, int freedom) {
        double low = 0;
        double high = LARGEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if ((1 + within(middle, freedom)) / 2 < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// How much lies between −t and t.
    static double within(double t, int freedom) {
        double angle = Math.atan(t / Math.sqrt(freedom));
        double cosine = Math.cos(angle);
        boolean odd = freedom % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = 0;
        for (int k = odd ? 1 : 0; k <= freedom - 2; k += 2) {
            sum += term;
            term *= cosine * cosine * (k + 1) / (k + 2);
        }
        return odd ? (angle + Math.sin(angle) * sum) * 2 / Math.PI : Math.sin(angle) * sum;
    }
}
