package io.pagetax.cli;

import io.pagetax.lab.Fault;
import io.pagetax.linux.syscall.Binding;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Blocks;
import io.pagetax.workload.ByteSize;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Company;
import io.pagetax.workload.HitTeller;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import io.pagetax.workload.TimeSpan;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From words on the command line to values; what is wrong with a word is said by the type that refused it. */
final class Converters {

    private Converters() {}

    private static <T> T convert(String word, Function<String, T> parser) {
        try {
            return parser.apply(word);
        } catch (IllegalArgumentException refused) {
            throw new TypeConversionException(refused.getMessage());
        }
    }

    /** {@code 4k}. */
    static final class Size implements ITypeConverter<Long> {
        @Override
        public Long convert(String word) {
            return Converters.convert(word, ByteSize::parse);
        }
    }

    /** {@code 500ms}. */
    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String word) {
            return Converters.convert(word, TimeSpan::parse);
        }
    }

    /** {@code randread}. */
    static final class RwWord implements ITypeConverter<Rw> {
        @Override
        public Rw convert(String word) {
            return Converters.convert(word, Rw::parse);
        }
    }

    /** {@code direct}. */
    static final class PathWord implements ITypeConverter<AccessPath> {
        @Override
        public AccessPath convert(String word) {
            return Converters.convert(word, AccessPath::parse);
        }
    }

    /** {@code mixed:50}. */
    static final class CacheWord implements ITypeConverter<CacheState> {
        @Override
        public CacheState convert(String word) {
            return Converters.convert(word, CacheState::parse);
        }
    }

    /** {@code psync}. */
    static final class IoengineWord implements ITypeConverter<Ioengine> {
        @Override
        public Ioengine convert(String word) {
            return Converters.convert(word, Ioengine::parse);
        }
    }

    /** {@code nowait}. */
    static final class HitTellerWord implements ITypeConverter<HitTeller> {
        @Override
        public HitTeller convert(String word) {
            return Converters.convert(word, HitTeller::parse);
        }
    }

    /** {@code buffered:1}. */
    static final class CompanyWord implements ITypeConverter<Company> {
        @Override
        public Company convert(String word) {
            return Converters.convert(word, Company::parse);
        }
    }

    /** {@code resident}. */
    static final class BlocksWord implements ITypeConverter<Blocks> {
        @Override
        public Blocks convert(String word) {
            return Converters.convert(word, Blocks::parse);
        }
    }

    /** {@code 2%} or {@code 2}, as a share of one. */
    static final class Percent implements ITypeConverter<Double> {

        private static final double HUNDRED = 100;
        private static final Pattern SYNTAX = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,3})?)%?");

        @Override
        public Double convert(String word) {
            Matcher number = SYNTAX.matcher(word);
            if (!number.matches() || Double.parseDouble(number.group(1)) == 0) {
                throw new TypeConversionException("'" + word + "' is not a percentage such as 2% or 0.5%");
            }
            return Double.parseDouble(number.group(1)) / HUNDRED;
        }
    }

    /** {@code eio}. */
    static final class FaultWord implements ITypeConverter<Fault> {
        @Override
        public Fault convert(String word) {
            return Converters.convert(word, Fault::parse);
        }
    }

    /** {@code jna}. */
    static final class BindingWord implements ITypeConverter<Binding> {
        @Override
        public Binding convert(String word) {
            return Converters.convert(word, Binding::parse);
        }
    }
}
