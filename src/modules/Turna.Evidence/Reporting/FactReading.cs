using System.Buffers.Binary;
using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Kernel;

namespace Turna.Evidence.Reporting;

/// <summary>Reads the facts of a report with several units of work at once, each taking the next span of days that nobody has begun.</summary>
/// <param name="units">Units of work that see one state of the database.</param>
/// <param name="organisation">Whose facts.</param>
/// <param name="scope">Which of them.</param>
internal sealed class FactReading(IReadOnlyList<TurnaDb> units, OrganisationId organisation, FactScope scope)
{
    private const int Often = 0xFFF;

    /// <summary>Short enough that nobody waits long for whoever took the last, long enough that asking costs nothing beside reading.</summary>
    private const int SpanDays = 10;

    /// <summary>A first day far back, a slip of the pen perhaps, makes longer spans, not more of them.</summary>
    private const int MostSpans = 500;

    /// <summary>The facts of a period in as many parts as there are units.</summary>
    public async Task<IReadOnlyList<FactPart>> WithinAsync(Period period, CancellationToken cancel)
    {
        var spans = Spans(period.From, period.To);
        return await Task.WhenAll(units.Select(db => Task.Run(
            () =>
            {
                var part = new FactPart();
                while (spans.TryDequeue(out var span)) Read(db, span, part, cancel);
                return part;
            },
            cancel)));
    }

    /// <summary>
    /// Notes who came before the period for what these figures are made of: that somebody came to another team before is not told by figures of one
    /// team. Only whether somebody of the period did matters, so nobody else is remembered.
    /// </summary>
    /// <param name="day">The first day of the period.</param>
    /// <param name="people">The people of the period.</param>
    /// <param name="firstContact">The first contact of each, set to the earliest day there is for who came before.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task EarlierAsync(DateOnly day, Population people, DateOnly[] firstContact, CancellationToken cancel)
    {
        var earlier = units[0].Set<FactRow>().Where(f => f.Organisation == organisation && f.On < day);
        if (await earlier.MinAsync(f => (DateOnly?)f.On, cancel) is not { } first) return;
        var spans = Spans(first, day.AddDays(-1));
        await Task.WhenAll(units.Select(db => Task.Run(
            () =>
            {
                while (spans.TryDequeue(out var span)) MarkEarlier(db, span, people, firstContact, cancel);
            },
            cancel)));
    }

    private void Read(TurnaDb db, Period span, FactPart part, CancellationToken cancel)
    {
        var within = scope.Of(In(db, span));
        using var rows = ColumnRows.Of(db, within.Select(f => new
        {
            f.Kind, f.Sex, f.AgeBand, f.Oblast, f.Destination, f.Subtype, f.Topics, f.On, f.Person, f.Team, Guarded = f.Guarded ? 1 : 0, f.RecoveredMinor, f.Currency,
        }));
        while (rows.Read())
        {
            if ((part.Count & Often) == 0) cancel.ThrowIfCancellationRequested();
            part.Add(rows);
        }
    }

    private void MarkEarlier(TurnaDb db, Period span, Population people, DateOnly[] firstContact, CancellationToken cancel)
    {
        using var rows = ColumnRows.Of(db, scope.Of(In(db, span)).Where(f => f.Kind == FactKind.Consultation && f.Person != null).Select(f => new { f.Person }));
        for (var read = 0; rows.Read(); read++)
        {
            if ((read & Often) == 0) cancel.ThrowIfCancellationRequested();
            if (people.TryFind(BinaryPrimitives.ReadUInt128BigEndian(rows.Bytes(0)), out var person)) firstContact[person] = DateOnly.MinValue;
        }
    }

    private IQueryable<FactRow> In(TurnaDb db, Period span) => db.Set<FactRow>().Where(f => f.Organisation == organisation && f.On >= span.From && f.On <= span.To);

    private static ConcurrentQueue<Period> Spans(DateOnly from, DateOnly to)
    {
        var spans = new ConcurrentQueue<Period>();
        var days = Math.Max(SpanDays, (to.DayNumber - from.DayNumber) / MostSpans);
        for (var day = from.DayNumber; day <= to.DayNumber; day += days)
            spans.Enqueue(Period.Days(DateOnly.FromDayNumber(day), DateOnly.FromDayNumber(Math.Min(day + days - 1, to.DayNumber))));
        return spans;
    }
}
