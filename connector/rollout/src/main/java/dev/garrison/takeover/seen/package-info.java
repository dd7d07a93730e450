/** What a site has of onboarding, as it was read: no judgement, nothing written. */
@NullMarked
package dev.garrison.takeover.seen;

import org.jspecify.annotations.NullMarked;
