/** What there is of servers that leave: who they are, and what the site still has for them. */
@NullMarked
package dev.garrison.survey.offboarding;

import org.jspecify.annotations.NullMarked;
