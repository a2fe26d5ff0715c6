/// Surveys: forms, rounds, answers, and what is told of them.
///
/// Anonymous kinds keep no link to a person. A ticket follows from the person and a secret of the round, so nothing is
/// written when it is given; the ballot comes without a token and is neither recorded as a change nor kept for
/// repetition; it has no id, no number and no time. When the round is closed, the ballots become figures about groups
/// of at least five and are deleted together with the secret: nothing is left that could be asked about one person.
@NullMarked
package ru.nms.diagnostics.survey;

import org.jspecify.annotations.NullMarked;
