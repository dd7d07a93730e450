/** Onboarding policies and their deployments, without the lab. */
@NullMarked
package dev.garrison.mecm.onboardingpolicy;

import org.jspecify.annotations.NullMarked;
