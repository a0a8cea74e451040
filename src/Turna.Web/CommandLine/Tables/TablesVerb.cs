using System.CommandLine;
using Turna.Statistics.Disclosure;

namespace Turna.Web.CommandLine.Tables;

/// <summary><c>./turna tables protect</c> and <c>./turna tables audit</c>.</summary>
internal static class TablesVerb
{
    private const int Leaks = 1;

    public static Command Create() => new("tables", "Tables that may be published: protect them, attack them.") { Protect(), Attack(), RiskVerb.Create() };

    private static Command Protect()
    {
        var cells = new Option<string>("--cells") { Required = true, Description = "CSV of the cells, or of single persons; - for standard input." };
        var rules = new Option<string>("--rules") { Required = true, Description = "JSON: dimensions, tables and what is sensitive." };
        var output = new Option<string>("--output") { DefaultValueFactory = _ => "-", Description = "Every cell and what became of it: FILE.csv, FILE.json or - (CSV)." };
        var release = new Option<string?>("--public") { Description = "What may go out: FILE.csv with the suppressed cells left empty." };
        var verb = new Command("protect", "Decides which cells of all tables of a release may be shown.") { cells, rules, output, release };
        verb.SetAction(parsed => Protect(
            parsed.GetRequiredValue(cells), parsed.GetRequiredValue(rules), parsed.GetRequiredValue(output), parsed.GetValue(release)));
        return verb;
    }

    private static Command Attack()
    {
        var published = new Option<string>("--published") { Required = true, Description = "CSV of the release; a suppressed cell has an empty value." };
        var rules = new Option<string>("--rules") { Required = true, Description = "The rules it was made under." };
        var cells = new Option<string?>("--cells") { Description = "The true cells, where rules on contributions or groups by column ask for them." };
        var output = new Option<string>("--output") { DefaultValueFactory = _ => "-", Description = "FILE.json or - for the findings." };
        var verb = new Command("audit", "Attacks a release; exit code 1 when it gives anything away.") { published, rules, cells, output };
        verb.SetAction(parsed => Audit(
            parsed.GetRequiredValue(published), parsed.GetRequiredValue(rules), parsed.GetValue(cells), parsed.GetRequiredValue(output)));
        return verb;
    }

    private static int Protect(string cells, string rules, string output, string? release)
    {
        var file = RulesFile.Read(rules);
        var model = new ReleaseModel(file, CsvRows.Read(cells));
        var tables = model.Original();
        if (file.Rounds) return Round(file.Base!.Value, model, tables, output, release);
        if (file.Perturbs) return Perturb(file, model, tables, output, release);
        var known = file.Earlier.SelectMany(model.Earlier).ToArray();
        var result = ReleaseModel.Guard(() => Protection.Of(model.Dimensions, [.. tables, .. known], file.Limits()));
        var report = new ReleaseOutput(model.Dimensions, model.Measure, result);
        Console.Error.WriteLine($"turna: {report.Summary}");
        if (result.Unprotected.Count > 0)
        {
            Console.Error.WriteLine($"turna: cannot be protected, nothing written: {string.Join("; ", result.Unprotected)}");
            return Leaks;
        }

        TextOutput.Write(output, output.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? report.Json() : report.Csv());
        if (release is not null) TextOutput.Write(release, report.PublicCsv());
        return 0;
    }

    /// <summary>Rounded figures are all shown: the office's file and the public one are the same.</summary>
    private static int Round(int unit, ReleaseModel model, IReadOnlyList<Table> tables, string output, string? release)
    {
        var rounded = ReleaseModel.Guard(() => ControlledRounding.Of(model.Dimensions, tables, unit));
        var furthest = tables.Zip(rounded).SelectMany(pair => pair.First.Cells.Zip(pair.Second.Cells))
            .Max(pair => pair.Second.Value is { } shown ? Math.Abs(shown - pair.First.Value!.Value) : 0);
        var report = new ReleaseOutput(model.Dimensions, model.Measure, rounded);
        Console.Error.WriteLine($"turna: figures rounded to multiples of {unit}, the furthest by {furthest.ToString(System.Globalization.CultureInfo.InvariantCulture)}; all sums add up");
        TextOutput.Write(output, output.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? report.Json() : report.PublicCsv());
        if (release is not null) TextOutput.Write(release, report.PublicCsv());
        return 0;
    }

    /// <summary>Every cell gets the small change that belongs to its people; margins are changed on their own.</summary>
    private static int Perturb(RulesFile file, ReleaseModel model, IReadOnlyList<Table> tables, string output, string? release)
    {
        var method = ReleaseModel.Guard(() => new CellKey(file.Maximum ?? 2, file.Floor ?? 0));
        var changed = ReleaseModel.Guard(() => tables.Zip(model.Keys(), (table, keys) => table with
        {
            Cells = [.. table.Cells.Zip(keys.Cells, (cell, key) => cell with { Value = cell.Shown ? method.Perturb((int)cell.Value!.Value, (uint)(key.Value!.Value % (1UL << 32))) : null })],
        }).ToArray());
        var report = new ReleaseOutput(model.Dimensions, model.Measure, changed);
        Console.Error.WriteLine($"turna: figures changed by their people's keys, by {(file.Maximum ?? 2).ToString(System.Globalization.CultureInfo.InvariantCulture)} at most; sums no longer add up");
        TextOutput.Write(output, output.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? report.Json() : report.PublicCsv());
        if (release is not null) TextOutput.Write(release, report.PublicCsv());
        return 0;
    }

    private static int Audit(string published, string rules, string? cells, string output)
    {
        var file = RulesFile.Read(rules);
        if (file.Rounds || file.Perturbs) throw file.Fault("method: audit attacks suppressed releases; rounded and changed figures give nothing to subtract");
        var release = CsvRows.Read(published);
        var model = new ReleaseModel(file, cells is null ? release : CsvRows.Read(cells));
        var original = cells is null ? null : model.Original();
        if (original is null && file.Threshold is null) throw new UsageException("rules on contributions are judged around the true values: give --cells");
        var seen = new PublishedFile(release, model.Dimensions, model.Measure);
        var tables = model.Shapes.Select(shape => SeenBy(shape, seen)).ToArray();
        var known = file.Earlier.SelectMany(path => model.Earlier(path).Select(table => table with
        {
            Cells = [.. table.Cells.Select(cell => cell.Shown ? cell : cell with { Value = null })],
        })).ToArray();
        var report = ReleaseModel.Guard(() => Statistics.Disclosure.Audit.Of(model.Dimensions, [.. tables, .. known], file.Limits(), original));
        TextOutput.Write(output, ReleaseOutput.Json(report));
        return report.Findings.Count > 0 ? Leaks : 0;
    }

    private static Table SeenBy(TableRule shape, PublishedFile seen)
    {
        var cells = seen.Values(shape.By);
        if (cells.Count == 0) throw new UsageException($"the release holds no cell of the table {shape.Title}");
        return new Table(shape.Title, shape.By, [.. cells.Select(pair => new Cell(pair.Key.Split('\u001f'), pair.Value))]);
    }
}
