using Microsoft.EntityFrameworkCore;

namespace Turna.Cases.Keeping;

internal static class Tables
{
    public static void Configure(ModelBuilder model)
    {
        BringingIn.ImportTables.Configure(model);
        model.Entity<Consultation>(consultation =>
        {
            consultation.ToTable("cases_consultation");
            consultation.Property(c => c.Channel).HasMaxLength(20);
            consultation.Property(c => c.Country).HasMaxLength(2);
            consultation.Property(c => c.Language).HasMaxLength(3);
            consultation.Property(c => c.Topics).HasMaxLength(600);
            consultation.HasIndex(c => new { c.Team, c.On, c.Organisation });
            // Her latest first: somebody may have come for years.
            consultation.HasIndex(c => new { c.PersonLink, c.On, c.LoggedAt });
            consultation.HasIndex(c => c.Case);
            consultation.HasIndex(c => new { c.Member, c.LoggedAt });
            // The newest of some teams, without looking at those of the others.
            consultation.HasIndex(c => new { c.Organisation, c.On, c.LoggedAt, c.Team });
            consultation.HasOne<Case>().WithMany().HasForeignKey(c => c.Case).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CannedText>(text =>
        {
            text.ToTable("cases_canned_text");
            text.Property(t => t.Title).HasMaxLength(100);
            text.Property(t => t.Text).HasMaxLength(4000);
            text.HasIndex(t => t.Organisation);
        });
        model.Entity<Case>(matter =>
        {
            matter.ToTable("cases_case");
            matter.Property(c => c.Currency).HasMaxLength(3);
            // With what counting them asks for besides, so that it need not look at the cases themselves.
            matter.HasIndex(c => new { c.Team, c.Stage, c.Sensitivity, c.Organisation });
            matter.HasIndex(c => new { c.Responsible, c.Stage });
            // Few cases are at work, fewer in danger or protected, however many an archive holds.
            matter.HasIndex(c => new { c.Id, c.Team }).HasFilter("sensitivity = 'Protected'");
            matter.HasIndex(c => new { c.Team, c.Responsible, c.Sensitivity, c.Organisation }).HasFilter("stage <> 'Closed'");
            matter.HasIndex(c => c.Team).HasFilter("in_danger");
            matter.HasIndex(c => c.PersonLink);
            matter.HasIndex(c => new { c.Organisation, c.InDanger, c.OpenedOn, c.Stage, c.Team, c.Responsible });
        });
        model.Entity<NamedMember>(named =>
        {
            named.ToTable("cases_named_member");
            named.HasKey(n => new { n.Case, n.Member });
            named.HasIndex(n => n.Member);
            named.HasOne<Case>().WithMany().HasForeignKey(n => n.Case).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Entry>(entry =>
        {
            entry.ToTable("cases_entry");
            entry.HasIndex(e => new { e.Case, e.At });
            // Who comes to work asks what was handed to her lately, whatever she already keeps.
            entry.HasIndex(e => new { e.To, e.At }).HasFilter("kind = 'HandedOver'");
            entry.HasOne<Case>().WithMany().HasForeignKey(e => e.Case).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ProvidedService>(service =>
        {
            service.ToTable("cases_service");
            service.Property(s => s.Kind).HasMaxLength(40);
            service.Property(s => s.Currency).HasMaxLength(3);
            service.HasIndex(s => new { s.Case, s.On });
            service.HasOne<Case>().WithMany().HasForeignKey(s => s.Case).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Mistake>(mistake =>
        {
            mistake.ToTable("cases_mistake");
            mistake.HasIndex(m => m.Case);
            mistake.HasOne<Case>().WithMany().HasForeignKey(m => m.Case).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<WorkTask>(task =>
        {
            task.ToTable("cases_task");
            // With all that the counts of a day's work ask for, so that they need not look at the tasks themselves.
            task.HasIndex(t => new { t.Assignee, t.DueOn, t.SeenAt, t.Team, t.Case, t.Organisation }).HasFilter("done_at IS NULL");
            task.HasIndex(t => new { t.Team, t.DueOn, t.Assignee, t.Case, t.Organisation }).HasFilter("done_at IS NULL");
            task.HasIndex(t => t.Case);
            task.HasIndex(t => t.Consultation);
            task.HasOne<Case>().WithMany().HasForeignKey(t => t.Case).OnDelete(DeleteBehavior.Restrict);
            task.HasOne<Consultation>().WithMany().HasForeignKey(t => t.Consultation).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
