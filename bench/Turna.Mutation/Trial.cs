using System.Diagnostics;
using System.Globalization;

namespace Turna.Mutation;

/// <summary>Starts one judging process after the other until every mutant has a verdict.</summary>
internal sealed class Trial(string folder, IReadOnlyList<string> arguments)
{
    private string Verdicts => Path.Combine(folder, "verdicts.txt");

    public void MeasureReach() => Require(Start("reach"), "measuring which test reaches which mutant");

    public IReadOnlyList<Verdict> Judge(IReadOnlyList<int> mutants)
    {
        File.Delete(Verdicts);
        File.WriteAllText(Verdicts, "");
        List<int> left = [.. mutants];
        while (left.Count > 0)
        {
            File.WriteAllLines(Path.Combine(folder, "left.txt"), left.Select(id => id.ToString(CultureInfo.InvariantCulture)));
            var exit = Start("judge");
            var lines = File.ReadAllLines(Verdicts);
            if (exit is not (0 or Turna.Mutation.Judge.RanAway or Turna.Mutation.Judge.WantsRest))
            {
                // A mutant may take the whole process with it: by recursion, or by asking for all memory.
                if (lines.LastOrDefault() is not { } last || !last.EndsWith(" begun", StringComparison.Ordinal)) throw new InvalidOperationException($"judging ended with {exit}");
                File.AppendAllText(Verdicts, $"{last.Split(' ')[0]} {Outcome.Killed} the end of the process\n");
            }

            var judged = Read().Select(verdict => verdict.Mutant).ToHashSet();
            if (left.RemoveAll(judged.Contains) == 0 && exit == 0) throw new InvalidOperationException("nothing was judged");
            Console.Error.WriteLine($"{judged.Count} of {mutants.Count}");
        }

        return Read();
    }

    private List<Verdict> Read() =>
        [.. File.ReadAllLines(Verdicts).Select(line => line.Split(' ', 3)).Where(part => part[1] != "begun")
            .Select(part => new Verdict(int.Parse(part[0], CultureInfo.InvariantCulture), Enum.Parse<Outcome>(part[1]), part.ElementAtOrDefault(2) ?? ""))];

    private int Start(string verb)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { ArgumentList = { Environment.GetCommandLineArgs()[0], verb } };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x80000000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static void Require(int exit, string what)
    {
        if (exit != 0) throw new InvalidOperationException($"{what} ended with {exit}");
    }
}
