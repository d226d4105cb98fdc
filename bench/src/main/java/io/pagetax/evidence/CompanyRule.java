package io.pagetax.evidence;

import io.pagetax.workload.Company;
import java.util.List;
import java.util.Optional;

/**
 * What the name says of other threads was done: they were at work, and if they read, their share of the file was in the
 * state that is named, and their bytes came from where it says.
 */
final class CompanyRule implements Rule<SampleExhibit> {

    private static final List<Rule<SampleExhibit>> OF_READERS =
            List.of(new StartStateRule(), new EndStateRule(), new DeviceBytesRule(), new DirectSupportRule());

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        Company company = exhibit.claim().company();
        if (company.isNone()) {
            return Optional.empty();
        }
        SampleEvidence told = exhibit.evidence().company();
        Long operations = told == null ? null : told.get(Quantity.OPERATIONS);
        if (told == null || operations == null) {
            return Finding.unverifiable("nothing was told of the threads beside: " + company);
        }
        if (operations == 0) {
            return Finding.refuted("the threads beside did nothing: " + company);
        }
        if (company.changesFile()) {
            return Optional.empty();
        }
        SampleExhibit theirs = new SampleExhibit(exhibit.claim().companion(), told, exhibit.file());
        return OF_READERS.stream()
                .flatMap(rule -> rule.check(theirs).stream())
                .max((left, right) -> left.level().compareTo(right.level()))
                .map(finding -> new Finding(finding.level(), "beside, " + company + ": " + finding.reason()));
    }
}
