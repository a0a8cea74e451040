using Microsoft.EntityFrameworkCore;

namespace Turna.Members.Keeping;

internal static class Tables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Organisation>(organisation =>
        {
            organisation.ToTable("members_organisation");
            organisation.Property(o => o.Name).HasMaxLength(200);
            organisation.Property(o => o.TimeZone).HasMaxLength(60);
        });
        model.Entity<Team>(team =>
        {
            team.ToTable("members_team");
            team.Property(t => t.Name).HasMaxLength(200);
            team.HasOne<Organisation>().WithMany().HasForeignKey(t => t.Organisation).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Member>(member =>
        {
            member.ToTable("members_member");
            member.Property(m => m.SignInName).HasMaxLength(100);
            member.Property(m => m.Name).HasMaxLength(200);
            member.Property(m => m.Language).HasMaxLength(2);
            member.HasIndex(m => m.SignInName).IsUnique();
            member.HasOne<Organisation>().WithMany().HasForeignKey(m => m.Organisation).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Membership>(membership =>
        {
            membership.ToTable("members_membership");
            membership.HasIndex(m => new { m.Member, m.Role, m.Team }).IsUnique();
            membership.HasIndex(m => m.Organisation);
            membership.HasIndex(m => m.Team);
            membership.HasOne<Member>().WithMany().HasForeignKey(m => m.Member).OnDelete(DeleteBehavior.Restrict);
            membership.HasOne<Team>().WithMany().HasForeignKey(m => m.Team).OnDelete(DeleteBehavior.Restrict);
            membership.HasOne<Organisation>().WithMany().HasForeignKey(m => m.Organisation).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RecoveryCode>(code =>
        {
            code.ToTable("members_recovery_code");
            code.HasKey(c => c.Stored);
            code.HasIndex(c => c.Member);
            code.HasOne<Member>().WithMany().HasForeignKey(c => c.Member).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RecoveryRequest>(request =>
        {
            request.ToTable("members_recovery_request");
            request.Ignore(r => r.KeyHolder);
            request.HasIndex(r => new { r.Organisation, r.Outcome });
            request.HasIndex(r => r.TicketHash).IsUnique();
            request.HasOne<Member>().WithMany().HasForeignKey(r => r.Member).OnDelete(DeleteBehavior.Restrict);
            request.HasOne<Organisation>().WithMany().HasForeignKey(r => r.Organisation).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
