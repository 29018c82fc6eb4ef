package app.resim;

import java.time.Instant;
import java.time.LocalDate;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The walls: who may know whom, and what never crosses a module's border.
 */
@AnalyzeClasses(packagesOf = Application.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

	@ArchTest
	static final ArchRule theKernelAndPureRulesKnowNoFramework = noClasses().that()
		.resideInAnyPackage("app.resim.kernel..", "app.resim.provisioning.activation..", "app.resim.identity.quality..",
				"app.resim.identity.likeness..")
		.and()
		.doNotHaveSimpleName("package-info")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "jakarta..", "com.vaadin..");

	@ArchTest
	static final ArchRule whatOpensFilesRunsWithoutThePortal = noClasses().that()
		.resideInAnyPackage("app.resim.identity.worker..", "app.resim.identity.cleaning..")
		.and()
		.doNotHaveSimpleName("package-info")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "jakarta..", "com.vaadin..", "java.sql..", "java.net..",
				"app.resim.keys..", "app.resim.identity.workshop..", "app.resim.identity.spool..");

	@ArchTest
	static final ArchRule nativeCodeIsLoadedByWorkersOnly = noClasses().that()
		.resideOutsideOfPackage("app.resim.identity.worker..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.bytedeco..");

	@ArchTest
	static final ArchRule repositoriesStayInsideTheirModule = classes().that()
		.areAssignableTo(Repository.class)
		.should()
		.bePackagePrivate()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule facesKnowNoEntity = noClasses().that()
		.resideInAnyPackage("app.resim.ui..", "app.resim.demo..", "app.resim.camara..")
		.should()
		.dependOnClassesThat()
		.areAnnotatedWith(Entity.class)
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule timeIsInjected = noClasses().that()
		.resideOutsideOfPackage("app.resim.demo..")
		.should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(LocalDate.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis");

	@Test
	void modulesUseOnlyWhatTheyAreAllowedTo() {
		ApplicationModules.of(Application.class).verify();
	}

}
