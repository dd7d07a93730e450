/**
 * What a site has of the sensor's update: releases, deployments to collections, rules, and how its
 * software update point synchronises. Only read.
 */
@NullMarked
package dev.garrison.mecm.softwareupdate;

import org.jspecify.annotations.NullMarked;
