package cn.mingjian.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says which part of a call was not understood, and where its usage stands. */
final class WrongUse {

    private WrongUse() {}

    static int say(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        Common common = Common.of(command);
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            String names =
                    missing.getMissing().stream().map(WrongUse::name).distinct().collect(Collectors.joining(" "));
            command.getErr().println(common.say("cli.wrong-missing", names));
        } else if (wrong instanceof UnmatchedArgumentException unmatched) {
            command.getErr().println(common.say("cli.wrong-unmatched", String.join(" ", unmatched.getUnmatched())));
        } else if (wrong.getCause() instanceof TypeConversionException day
                && List.of(AsOfDay.FORM, AsOfDay.NONE).contains(day.getMessage())) {
            command.getErr()
                    .println(common.say(String.valueOf(day.getMessage()), name(wrong.getArgSpec()), wrong.getValue()));
        } else if (wrong.getArgSpec() != null && wrong.getValue() != null) {
            command.getErr().println(common.say("cli.wrong-value", name(wrong.getArgSpec()), wrong.getValue()));
        } else {
            command.usage(command.getErr());
            return ExitCode.WRONG_USE;
        }
        command.getErr()
                .println(common.say(
                        "cli.wrong-usage", "./" + command.getCommandSpec().qualifiedName()));
        return ExitCode.WRONG_USE;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
