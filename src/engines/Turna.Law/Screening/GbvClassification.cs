using Turna.Law.Lists;

namespace Turna.Law.Screening;

/// <summary>What is known of an incident; null where it was not asked or not answered.</summary>
/// <param name="Penetration">Non-consensual penetration, however slight.</param>
/// <param name="AttemptedRape">An attempt at it.</param>
/// <param name="SexualContact">Non-consensual sexual contact without penetration.</param>
/// <param name="GenitalCutting">Female genital mutilation or cutting.</param>
/// <param name="PhysicalViolence">Physical violence that is not sexual.</param>
/// <param name="ForcedMarriage">Marriage against her or his will.</param>
/// <param name="DenialOfResources">Denial of rightful access to resources, livelihood, education, health or other services.</param>
/// <param name="PsychologicalAbuse">Mental or emotional pain or injury inflicted.</param>
public sealed record GbvIncident(
    bool? Penetration,
    bool? AttemptedRape,
    bool? SexualContact,
    bool? GenitalCutting,
    bool? PhysicalViolence,
    bool? ForcedMarriage,
    bool? DenialOfResources,
    bool? PsychologicalAbuse);

/// <summary>One question of the elimination.</summary>
/// <param name="Type">The type it asks about.</param>
/// <param name="Answer">Yes, no, or null when not answered.</param>
public sealed record EliminationStep(CodedEntry Type, bool? Answer);

/// <summary>How an incident is classified.</summary>
/// <param name="Type">The type; null when no question was answered yes.</param>
/// <param name="Steps">The questions asked, in order, up to the first yes.</param>
/// <param name="Warnings">What the reader must know.</param>
public sealed record GbvClassificationResult(CodedEntry? Type, IReadOnlyList<EliminationStep> Steps, IReadOnlyList<Notice> Warnings);

/// <summary>
/// GBVIMS classification: by the act, the first type in the order of elimination that applies.
/// The context (partner, child, exploitation …) is recorded apart and never changes the type.
/// </summary>
/// <param name="Types">The list <c>gbvims-incident-types</c>, in the order of elimination.</param>
public sealed record GbvClassification(CodeList Types)
{
    /// <summary>Classifies.</summary>
    public GbvClassificationResult Classify(GbvIncident incident)
    {
        var steps = new List<EliminationStep>();
        foreach (var type in Types.Entries)
        {
            var answer = Answer(type.Code, incident);
            steps.Add(new EliminationStep(type, answer));
            if (answer == true) break;
        }

        var found = steps is [.., { Answer: true } last] ? last.Type : null;
        var open = steps.Where(step => step.Answer is null).Select(step => step.Type.Code).ToList();
        var warnings = new List<Notice>();
        if (open.Count > 0) warnings.Add(Notice.Of("screen.unanswered", Types.Name, ("types", string.Join(", ", open))));
        return new GbvClassificationResult(found, steps, warnings);
    }

    private static bool? Answer(string type, GbvIncident incident) => type switch
    {
        "rape" => incident.Penetration,
        "sexual_assault" => Any(incident.AttemptedRape, incident.SexualContact, incident.GenitalCutting),
        "physical_assault" => incident.PhysicalViolence,
        "forced_marriage" => incident.ForcedMarriage,
        "denial_of_resources_opportunities_or_services" => incident.DenialOfResources,
        _ => incident.PsychologicalAbuse,
    };

    /// <summary>Yes as soon as one is; no when none is and at least one was answered.</summary>
    private static bool? Any(params ReadOnlySpan<bool?> answers)
    {
        bool? any = null;
        foreach (var answer in answers)
        {
            if (answer == true) return true;
            any ??= answer;
        }

        return any;
    }
}

/// <summary>Time between an incident and a report, as bands that decide what medical help is still possible.</summary>
public static class HoursSinceIncident
{
    /// <summary>Hours within which post-exposure prophylaxis can begin.</summary>
    public const int MedicalWindowHours = 72;

    /// <summary>The band, half-open on the right: <c>under-72h</c>, <c>72-120h</c>, <c>over-120h</c>, <c>over-2-weeks</c>, <c>over-1-month</c>.</summary>
    public static string Band(DateTimeOffset incident, DateTimeOffset report)
    {
        var elapsed = report - incident;
        if (report >= incident.AddMonths(1)) return "over-1-month";
        if (elapsed >= TimeSpan.FromDays(14)) return "over-2-weeks";
        if (elapsed >= TimeSpan.FromHours(120)) return "over-120h";
        return elapsed >= TimeSpan.FromHours(MedicalWindowHours) ? "72-120h" : "under-72h";
    }
}
