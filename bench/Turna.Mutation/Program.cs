using System.Globalization;
using System.Text.Json;
using Turna.Mutation;

// mutate | score | reach | judge, each with --engine NAME --sources FOLDER --tests FOLDER --parts A,B --without X,Y; score also with --sample N --seed N --files TEXT,TEXT
var verb = args[0];
string Value(string name, string missing = "") => args.SkipWhile(argument => argument != "--" + name).Skip(1).FirstOrDefault() ?? missing;
int Number(string name) => int.Parse(Value(name, "0"), CultureInfo.InvariantCulture);

var folder = Path.GetFullPath(Value("tests"));
// The tests look for their content beside the program that runs them.
if (verb is "reach" or "judge")
{
    AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", folder + Path.DirectorySeparatorChar);
    AppContext.SetSwitch("Turna.Tests.OneProcess", true);
}

var selection = new Selection(folder, Value("engine"), Value("parts").Split(','), Value("without").Split(','));
var (catalogue, reachPath) = (Path.Combine(folder, "mutants.json"), Path.Combine(folder, "reach.json"));
List<Mutant> Mutants() => JsonSerializer.Deserialize<List<Mutant>>(File.ReadAllText(catalogue))!;

switch (verb)
{
    case "reach":
        using (var suite = new Suite(new Libraries(selection.TestsPath), selection)) Reach.Measure(suite, Mutants().Count).Save(reachPath);
        return 0;
    case "judge":
        var left = File.ReadAllLines(Path.Combine(folder, "left.txt")).Select(line => int.Parse(line, CultureInfo.InvariantCulture));
        return new Judge(selection, Reach.Load(reachPath), Path.Combine(folder, "verdicts.txt")).Run(left);
    case "mutate":
        var made = new MutatedEngine(Value("sources"), selection.Engine, folder).Write(selection.EnginePath);
        File.WriteAllText(catalogue, JsonSerializer.Serialize(made));
        return 0;
    default:
        var mutants = Mutants();
        var judged = mutants.Where(mutant => mutant.Ignored is null && Value("files").Split(',').Any(part => mutant.File.Contains(part, StringComparison.Ordinal))).ToList();
        var isSample = Number("sample") is > 0 and var size && size < judged.Count;
        if (isSample)
        {
            var drawn = judged.ToArray();
            new Random(Number("seed")).Shuffle(drawn);
            judged = [.. drawn.Take(Number("sample")).OrderBy(mutant => mutant.Id)];
        }

        var trial = new Trial(folder, args[1..]);
        trial.MeasureReach();
        var reach = Reach.Load(reachPath);
        var reached = judged.ToLookup(mutant => reach.IsLoading(mutant.Id) || reach.Reaching(mutant.Id).Count > 0);
        var verdicts = trial.Judge([.. reached[true].Select(mutant => mutant.Id)]).Concat(reached[false].Select(mutant => new Verdict(mutant.Id, Outcome.NotCovered, ""))).ToList();
        Report.Print(Console.Out, selection.Engine, mutants, judged, verdicts, isSample);
        return 0;
}
