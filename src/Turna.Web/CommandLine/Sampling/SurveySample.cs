using System.CommandLine;
using System.Globalization;
using System.Text;
using Turna.Statistics.Sampling;

namespace Turna.Web.CommandLine.Sampling;

/// <summary><c>./turna survey sample</c>: draws from a frame so that anybody can draw the same again; see docs/reference/sample.md.</summary>
internal static class SurveySample
{
    public static Command Create()
    {
        var frame = new Option<string>("--frame") { Required = true, Description = "CSV of the units, one a row; - for standard input." };
        var method = new Option<string>("--method") { DefaultValueFactory = _ => "srs", Description = "srs, systematic or pps." };
        var size = new Option<int?>("--size") { Description = "How many units in all." };
        var margin = new Option<double?>("--margin") { Description = "Instead of --size: half the width of the 95 % interval of a proportion." };
        var proportion = new Option<double>("--proportion") { DefaultValueFactory = _ => 0.5, Description = "The proportion expected, with --margin." };
        var effect = new Option<double>("--deff") { DefaultValueFactory = _ => 1, Description = "The design effect expected, with --margin." };
        var response = new Option<double>("--response") { DefaultValueFactory = _ => 1, Description = "The share expected to answer, with --margin." };
        var strata = new Option<string?>("--strata") { Description = "The column of the strata." };
        var allocation = new Option<string>("--allocation") { DefaultValueFactory = _ => "proportional", Description = "proportional, neyman, power or equal." };
        var spread = new Option<string?>("--spread") { Description = "The column of each stratum's standard deviation (neyman, power)." };
        var power = new Option<double>("--power") { DefaultValueFactory = _ => 0.5, Description = "The exponent of power allocation." };
        var least = new Option<int>("--least") { DefaultValueFactory = _ => 2, Description = "The smallest sample of a stratum." };
        var measure = new Option<string?>("--measure") { Description = "The column of the units' sizes (pps)." };
        var clusters = new Option<string?>("--clusters") { Description = "Two stages: the column of the clusters; --size counts clusters." };
        var take = new Option<int?>("--take") { Description = "Two stages: units drawn in each cluster." };
        var seed = new Option<ulong>("--seed") { Required = true, Description = "Any number; write it into the field report." };
        var output = new Option<string>("--output") { DefaultValueFactory = _ => "-", Description = "FILE.csv or -: the drawn rows with probability and weight." };
        var verb = new Command("sample", "Draws a sample from a frame with an auditable seed.")
        {
            frame, method, size, margin, proportion, effect, response, strata, allocation, spread, power, least, measure, clusters, take, seed, output,
        };
        verb.SetAction(parsed =>
        {
            var rows = CsvRows.Read(parsed.GetRequiredValue(frame));
            var plan = new SamplePlan
            {
                Method = parsed.GetRequiredValue(method), Strata = parsed.GetValue(strata), Allocation = parsed.GetRequiredValue(allocation),
                Spread = parsed.GetValue(spread), Power = parsed.GetValue(power), Least = parsed.GetValue(least), Measure = parsed.GetValue(measure),
                Clusters = parsed.GetValue(clusters), Take = parsed.GetValue(take), Size = parsed.GetValue(size), Margin = parsed.GetValue(margin),
                Proportion = parsed.GetValue(proportion), DesignEffect = parsed.GetValue(effect), Response = parsed.GetValue(response),
            };
            try
            {
                var drawn = plan.Draw(rows, new SeededRandom(parsed.GetValue(seed)));
                TextOutput.Write(parsed.GetRequiredValue(output), Csv(rows, drawn));
                Console.Error.WriteLine(
                    $"turna: {drawn.Count} of {rows.Rows.Count} units, seed {parsed.GetValue(seed)}, frame {Fingerprint(rows)}");
                return 0;
            }
            catch (SamplingException refused)
            {
                throw new UsageException($"{rows.Path}: {refused.Message}", refused);
            }
        });
        return verb;
    }

    /// <summary>Tells one frame from another by mistake, not by malice (FNV-1a, 64 bits): another order or row gives another name.</summary>
    private static string Fingerprint(CsvRows rows)
    {
        var hash = 14695981039346656037UL;
        foreach (var row in rows.Rows.Prepend([.. rows.Header]))
        {
            foreach (var one in Encoding.UTF8.GetBytes(CsvRows.Line(row) + "\n")) hash = unchecked((hash ^ one) * 1099511628211UL);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static string Csv(CsvRows rows, IReadOnlyList<Drawn> drawn)
    {
        var text = new StringBuilder(CsvRows.Line([.. rows.Header, "probability", "weight"])).Append('\n');
        foreach (var one in drawn)
            text.Append(CsvRows.Line([.. rows.Rows[one.Unit], Number(one.Probability), Number(one.Weight)])).Append('\n');
        return text.ToString();
    }

    private static string Number(double value) => value.ToString("G12", CultureInfo.InvariantCulture);
}
