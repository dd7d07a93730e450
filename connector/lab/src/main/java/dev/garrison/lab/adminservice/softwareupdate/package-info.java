/** Software updates of a site: releases of the sensor, rules, groups, deployments, compliance. */
@NullMarked
package dev.garrison.lab.adminservice.softwareupdate;

import org.jspecify.annotations.NullMarked;
