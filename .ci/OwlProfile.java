import java.io.File;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.io.FileDocumentSource;
import org.semanticweb.owlapi.model.MissingImportHandlingStrategy;
import org.semanticweb.owlapi.profiles.OWLProfileReport;
import org.semanticweb.owlapi.profiles.Profiles;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** Checks that an ontology is OWL 2 DL, consistent and without empty classes; exit 1 when it is not. */
public final class OwlProfile {
    public static void main(String[] args) throws Exception {
        var manager = OWLManager.createOWLOntologyManager();
        var quiet = new OWLOntologyLoaderConfiguration().setMissingImportHandlingStrategy(MissingImportHandlingStrategy.SILENT);
        OWLOntology ontology = manager.loadOntologyFromOntologyDocument(new FileDocumentSource(new File(args[0])), quiet);
        OWLProfileReport report = Profiles.OWL2_DL.checkOntology(ontology);
        report.getViolations().forEach(violation -> System.out.println("not OWL 2 DL: " + violation));
        OWLReasoner reasoner = new ReasonerFactory().createReasoner(ontology);
        boolean consistent = reasoner.isConsistent();
        int empty = consistent ? reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom().size() : 0;
        System.out.println(ontology.getAxiomCount() + " axioms, OWL 2 DL: " + report.isInProfile()
            + ", consistent: " + consistent + ", classes that cannot have members: " + empty);
        System.exit(report.isInProfile() && consistent && empty == 0 ? 0 : 1);
    }
}
