package dev.chaos4j.agent.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads factors: numbers above zero. */
final class FactorConverter implements ITypeConverter<Double> {

    @Override
    public Double convert(String text) {
        try {
            double factor = Double.parseDouble(text);
            if (factor > 0 && !Double.isInfinite(factor)) {
                return factor;
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a number; write for example 0.01");
        }
        throw new TypeConversionException("'" + text + "' is not above zero; write for example 0.01");
    }
}
