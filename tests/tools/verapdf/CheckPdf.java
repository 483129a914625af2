// Asks veraPDF whether files keep a standard: java CheckPdf 3a=report.pdf ua1=report.pdf
// Prints a line a file, then the rules that it breaks; ends with the number of files that break one.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public final class CheckPdf {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        int broken = 0;
        for (String argument : arguments) {
            int sign = argument.indexOf('=');
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(argument.substring(0, sign));
            if (flavour == PDFAFlavour.NO_FLAVOUR) {
                throw new IllegalArgumentException("no such standard: " + argument);
            }
            String path = argument.substring(sign + 1);
            try (InputStream file = new FileInputStream(path);
                    PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                Map<String, String> rules = new LinkedHashMap<>();
                for (TestAssertion assertion : result.getTestAssertions()) {
                    if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                        String where = assertion.getLocation().getContext();
                        rules.putIfAbsent(assertion.getRuleId().toString(), assertion.getMessage() + " at " + where);
                    }
                }
                boolean keeps = result.isCompliant() && result.getTotalAssertions() > 0;
                System.out.println((keeps ? "keeps " : "breaks ") + argument + ", assertions " + result.getTotalAssertions());
                rules.forEach((rule, message) -> System.out.println("  " + rule + ": " + message));
                broken += keeps ? 0 : 1;
            }
        }
        System.exit(Math.min(broken, 100));
    }
}
